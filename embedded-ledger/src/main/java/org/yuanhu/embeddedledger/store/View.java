package org.yuanhu.embeddedledger.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/**
 * Both stores as they were after one block, for as long as somebody reads them. A view is shared by every simulation
 * that starts before the next block, and goes when the last of them closes it.
 */
public final class View implements AutoCloseable {
    private final PublicStore publicStore;
    private final PrivateStore privateStore;
    private final Snapshot publicSnapshot;
    private final Snapshot privateSnapshot;
    private final ReadOptions publicRead;
    private final ReadOptions privateRead;
    private final AtomicInteger holders = new AtomicInteger(1);
    private final long height;

    View(PublicStore publicStore, PrivateStore privateStore, long height) {
        this.publicStore = publicStore;
        this.privateStore = privateStore;
        this.height = height;
        publicSnapshot = publicStore.rocks().database().getSnapshot();
        privateSnapshot = privateStore.rocks().database().getSnapshot();
        publicRead = new ReadOptions().setSnapshot(publicSnapshot);
        privateRead = new ReadOptions().setSnapshot(privateSnapshot);
    }

    /** Takes part in holding this view; false if it has gone already. */
    boolean hold() {
        int now = holders.get();
        while (now > 0) {
            if (holders.compareAndSet(now, now + 1)) {
                return true;
            }
            now = holders.get();
        }
        return false;
    }

    boolean gone() {
        return holders.get() == 0;
    }

    /** Number of blocks this view has seen. */
    public long height() {
        return height;
    }

    /** The value of a public key. */
    public @Nullable Versioned state(String key) {
        return publicStore.state(key, publicRead);
    }

    /** Public keys from start, included, to end, excluded; an empty end means to the last key. */
    public StateRange range(String start, String end) {
        ReadOptions options = new ReadOptions().setSnapshot(publicSnapshot);
        return new StateRange(publicStore.stateIterator(options), options, start, end);
    }

    /** The hash of a private value. */
    public @Nullable Versioned hash(String collection, byte[] keyHash) {
        return publicStore.hash(collection, keyHash, publicRead);
    }

    /** A private value at the version its public hash names. */
    public @Nullable PrivateRecord privateValue(String collection, byte[] keyHash, Version version) {
        return privateStore.value(collection, keyHash, version, privateRead);
    }

    /**
     * The current values of a collection whose keys lie in a range, in Fabric's order. Values are filed by the hash of
     * their key, so this walks the whole collection, keeping only what matches.
     */
    public List<PrivateRecord> privateRange(String collection, String start, String end) {
        TreeMap<byte[], PrivateRecord> found = new TreeMap<>((Comparator<byte[]>) Arrays::compareUnsigned);
        byte[] from = start.getBytes(StandardCharsets.UTF_8);
        byte[] to = end.getBytes(StandardCharsets.UTF_8);
        byte[] prefix = PrivateRecord.prefix(collection);
        try (RocksIterator iterator = privateStore.iterator(privateRead)) {
            for (iterator.seek(prefix); iterator.isValid(); iterator.next()) {
                byte[] address = iterator.key();
                int hashEnd = prefix.length + PrivateRecord.HASH_BYTES;
                if (!Arrays.equals(address, 0, prefix.length, prefix, 0, prefix.length)) {
                    break;
                }
                PrivateRecord entry = PrivateRecord.decode(collection, iterator.value());
                byte[] key = entry.key().getBytes(StandardCharsets.UTF_8);
                boolean inside = Arrays.compareUnsigned(key, from) >= 0
                        && (to.length == 0 || Arrays.compareUnsigned(key, to) < 0);
                Versioned hash = inside ? hash(collection, Arrays.copyOfRange(address, prefix.length, hashEnd)) : null;
                if (hash != null && hash.version().equals(Version.read(address, hashEnd))) {
                    found.put(key, entry);
                }
            }
            iterator.status();
        } catch (RocksDBException e) {
            throw new StoreException("reading a private range", e);
        }
        return List.copyOf(found.values());
    }

    @Override
    public void close() {
        if (holders.decrementAndGet() == 0) {
            publicRead.close();
            privateRead.close();
            publicStore.rocks().database().releaseSnapshot(publicSnapshot);
            privateStore.rocks().database().releaseSnapshot(privateSnapshot);
            publicSnapshot.close();
            privateSnapshot.close();
        }
    }
}
