package org.yuanhu.embeddedledger.store;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.yuanhu.embeddedledger.store.BlockUpdate.HashedKey;

/** What every organisation of a channel may see: blocks, public state, hashes of private values, where transactions ended up. */
public final class PublicStore implements AutoCloseable {
    private static final String[] FAMILIES = {"blocks", "state", "hashes", "transactions"};
    private static final int BLOCKS = 1;
    private static final int STATE = 2;
    private static final int HASHES = 3;
    private static final int TRANSACTIONS = 4;
    private static final byte[] HEIGHT = "height".getBytes(StandardCharsets.UTF_8);
    private static final HexFormat HEX = HexFormat.of();

    /** Held by readers while they read; the writing thread alone reads and writes without it, and alone opens anew. */
    private final ReentrantReadWriteLock opening = new ReentrantReadWriteLock();

    private volatile @Nullable Rocks rocks;

    private PublicStore(Rocks rocks) {
        this.rocks = rocks;
    }

    static PublicStore open(Path directory) throws RocksDBException, IOException {
        return new PublicStore(Rocks.open(directory, FAMILIES));
    }

    static PublicStore openReadOnly(Path directory) throws RocksDBException {
        return new PublicStore(Rocks.openReadOnly(directory, FAMILIES));
    }

    Rocks rocks() {
        Rocks open = rocks;
        if (open == null) {
            throw new StoreException("the ledger's store is closed: it could not be opened again");
        }
        return open;
    }

    boolean isOpen() {
        return rocks != null;
    }

    /** Has readers wait while something is done that they must not meet. */
    void whileNobodyReads(Opening work) throws IOException {
        opening.writeLock().lock();
        try {
            work.run();
        } finally {
            opening.writeLock().unlock();
        }
    }

    /** Something that closes and opens stores. */
    interface Opening {
        void run() throws IOException;
    }

    /** Opens the store again after {@link #close}. */
    void reopen(Path directory) throws RocksDBException, IOException {
        rocks = Rocks.open(directory, FAMILIES);
    }

    /** How many blocks there are, which is also the number of the next one. */
    public long height() {
        byte[] stored = read(0, HEIGHT, null);
        return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
    }

    /** A block's bytes as they were written. */
    public Optional<byte[]> blockBytes(long number) {
        return Optional.ofNullable(read(BLOCKS, number(number), null));
    }

    /** A block. */
    public Optional<Block> block(long number) throws InvalidProtocolBufferException {
        byte[] stored = read(BLOCKS, number(number), null);
        return stored == null ? Optional.empty() : Optional.of(Block.parseFrom(stored));
    }

    /** Where a transaction ended up, if it is in a block. */
    public Optional<TransactionRecord> transaction(String id) {
        return Optional.ofNullable(read(TRANSACTIONS, id.getBytes(StandardCharsets.UTF_8), null))
                .map(TransactionRecord::decode);
    }

    /** The newest value of a public key. */
    public @Nullable Versioned state(String key) {
        return state(key, null);
    }

    @Nullable
    Versioned state(String key, @Nullable ReadOptions at) {
        byte[] stored = read(STATE, key.getBytes(StandardCharsets.UTF_8), at);
        return stored == null ? null : Versioned.decode(stored);
    }

    /** The newest hash of a private value. */
    public @Nullable Versioned hash(HashedKey key) {
        return hash(key.collection(), HEX.parseHex(key.keyHash()), null);
    }

    @Nullable
    Versioned hash(String collection, byte[] keyHash, @Nullable ReadOptions at) {
        byte[] stored = read(HASHES, PrivateRecord.hashKey(collection, keyHash), at);
        return stored == null ? null : Versioned.decode(stored);
    }

    RocksIterator stateIterator(ReadOptions at) {
        Rocks open = rocks();
        return open.database().newIterator(open.family(STATE), at);
    }

    /** Iterates the newest public state from a key on; end is excluded, empty means to the last key. */
    public StateRange range(String start, String end) {
        ReadOptions options = new ReadOptions();
        return new StateRange(stateIterator(options), options, start, end);
    }

    /** Writes a whole block and waits for the disk. */
    void commit(BlockUpdate update) {
        Rocks open = rocks();
        try (WriteBatch batch = new WriteBatch()) {
            batch.put(
                    open.family(BLOCKS), number(update.number()), update.block().toByteArray());
            for (Map.Entry<String, Optional<Versioned>> entry : update.state().entrySet()) {
                write(batch, STATE, entry.getKey().getBytes(StandardCharsets.UTF_8), entry.getValue());
            }
            for (Map.Entry<HashedKey, Optional<Versioned>> entry :
                    update.hashes().entrySet()) {
                HashedKey key = entry.getKey();
                byte[] address = PrivateRecord.hashKey(key.collection(), HEX.parseHex(key.keyHash()));
                write(batch, HASHES, address, entry.getValue());
            }
            for (Map.Entry<String, TransactionRecord> entry :
                    update.transactions().entrySet()) {
                byte[] id = entry.getKey().getBytes(StandardCharsets.UTF_8);
                batch.put(open.family(TRANSACTIONS), id, entry.getValue().encode());
            }
            batch.put(HEIGHT, number(update.number() + 1));
            open.database().write(open.synced(), batch);
        } catch (RocksDBException e) {
            throw new StoreException("writing block " + update.number(), e);
        }
    }

    private void write(WriteBatch batch, int family, byte[] key, Optional<Versioned> value) throws RocksDBException {
        if (value.isPresent()) {
            batch.put(rocks().family(family), key, value.get().encode());
        } else {
            batch.delete(rocks().family(family), key);
        }
    }

    private byte @Nullable [] read(int family, byte[] key, @Nullable ReadOptions at) {
        opening.readLock().lock();
        try {
            Rocks open = rocks();
            RocksDB database = open.database();
            return at == null ? database.get(open.family(family), key) : database.get(open.family(family), at, key);
        } catch (RocksDBException e) {
            throw new StoreException("reading", e);
        } finally {
            opening.readLock().unlock();
        }
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    @Override
    public void close() {
        Rocks open = rocks;
        rocks = null;
        if (open != null) {
            open.close();
        }
    }
}
