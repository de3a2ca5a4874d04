package org.yuanhu.embeddedledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.yuanhu.embeddedledger.store.BlockUpdate.HashedKey;

/**
 * The values of private collections: the only files that ever hold them.
 *
 * <p>A value is filed under the version at which it was written, and the public store says which version is current.
 * Before a block is written to the public store its new values are synced here together with a journal; after it, the
 * values it replaced are removed. Whatever a crash leaves between the two is settled from the journal at the next start.
 */
public final class PrivateStore implements AutoCloseable {
    private static final int VALUES = 1;
    private static final byte[] JOURNAL = "journal".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LAST_BLOCK = "last-block".getBytes(StandardCharsets.UTF_8);
    private static final HexFormat HEX = HexFormat.of();

    private volatile @Nullable Rocks rocks;

    private PrivateStore(Rocks rocks) {
        this.rocks = rocks;
    }

    static PrivateStore open(Path directory) throws RocksDBException, IOException {
        return new PrivateStore(Rocks.open(directory, "values"));
    }

    static PrivateStore openReadOnly(Path directory) throws RocksDBException {
        return new PrivateStore(Rocks.openReadOnly(directory, "values"));
    }

    Rocks rocks() {
        Rocks open = rocks;
        if (open == null) {
            throw new StoreException("the ledger's private store is closed: it could not be opened again");
        }
        return open;
    }

    /** Opens the store again after {@link #close}. */
    void reopen(Path directory) throws RocksDBException, IOException {
        rocks = Rocks.open(directory, "values");
    }

    /** Number of the last block that wrote private values here, 0 if none did. */
    long lastBlock() {
        try {
            byte[] stored = rocks().database().get(LAST_BLOCK);
            return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
        } catch (RocksDBException e) {
            throw new StoreException("reading", e);
        }
    }

    /** Files a block's new private values and the journal that settles them, and waits for the disk. */
    void prepare(BlockUpdate update, List<byte[]> replaced) {
        try (WriteBatch batch = new WriteBatch()) {
            List<byte[]> added = new ArrayList<>();
            for (Map.Entry<HashedKey, Map<Version, PrivateRecord>> entry :
                    update.privateValues().entrySet()) {
                byte[] keyHash = HEX.parseHex(entry.getKey().keyHash());
                for (Map.Entry<Version, PrivateRecord> written :
                        entry.getValue().entrySet()) {
                    byte[] address = PrivateRecord.address(entry.getKey().collection(), keyHash, written.getKey());
                    batch.put(
                            rocks().family(VALUES), address, written.getValue().encode());
                    added.add(address);
                }
            }
            batch.put(JOURNAL, new Journal(update.number(), added, replaced).encode());
            batch.put(
                    LAST_BLOCK,
                    ByteBuffer.allocate(Long.BYTES).putLong(update.number()).array());
            rocks().database().write(rocks().synced(), batch);
        } catch (RocksDBException e) {
            throw new StoreException("writing private values of block " + update.number(), e);
        }
    }

    /** Removes what a written block replaced. Need not wait for the disk: the journal is there until it is. */
    void settle(List<byte[]> replaced) {
        remove(replaced, false);
    }

    /**
     * Settles what a stop left half done.
     *
     * @param height blocks of the public store
     * @return how many values of a block that never came to be were removed
     */
    int recover(long height) {
        try {
            byte[] stored = rocks().database().get(JOURNAL);
            if (stored == null) {
                return 0;
            }
            Journal journal = Journal.decode(stored);
            boolean written = journal.block() < height;
            remove(written ? journal.replaced() : journal.added(), true);
            return written ? 0 : journal.added().size();
        } catch (RocksDBException e) {
            throw new StoreException("settling private values", e);
        }
    }

    private void remove(List<byte[]> addresses, boolean sync) {
        try (WriteBatch batch = new WriteBatch()) {
            for (byte[] address : addresses) {
                batch.delete(rocks().family(VALUES), address);
            }
            batch.delete(JOURNAL);
            rocks().database().write(sync ? rocks().synced() : rocks().unsynced(), batch);
        } catch (RocksDBException e) {
            throw new StoreException("removing private values", e);
        }
    }

    @Nullable
    PrivateRecord value(String collection, byte[] keyHash, Version version, ReadOptions at) {
        try {
            byte[] address = PrivateRecord.address(collection, keyHash, version);
            byte[] stored = rocks().database().get(rocks().family(VALUES), at, address);
            return stored == null ? null : PrivateRecord.decode(collection, stored);
        } catch (RocksDBException e) {
            throw new StoreException("reading a private value", e);
        }
    }

    RocksIterator iterator(ReadOptions at) {
        return rocks().database().newIterator(rocks().family(VALUES), at);
    }

    @Override
    public void close() {
        Rocks open = rocks;
        rocks = null;
        if (open != null) {
            open.close();
        }
    }

    /** What to undo if the block was never written, and what to finish if it was. */
    private record Journal(long block, List<byte[]> added, List<byte[]> replaced) {
        byte[] encode() {
            int size = Long.BYTES + 2 * Integer.BYTES;
            for (byte[] address : added) {
                size += Integer.BYTES + address.length;
            }
            for (byte[] address : replaced) {
                size += Integer.BYTES + address.length;
            }
            ByteBuffer buffer = ByteBuffer.allocate(size).putLong(block);
            for (List<byte[]> addresses : List.of(added, replaced)) {
                buffer.putInt(addresses.size());
                addresses.forEach(address -> buffer.putInt(address.length).put(address));
            }
            return buffer.array();
        }

        static Journal decode(byte[] stored) {
            ByteBuffer buffer = ByteBuffer.wrap(stored);
            long block = buffer.getLong();
            return new Journal(block, addresses(buffer), addresses(buffer));
        }

        private static List<byte[]> addresses(ByteBuffer buffer) {
            int count = buffer.getInt();
            List<byte[]> addresses = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] address = new byte[buffer.getInt()];
                buffer.get(address);
                addresses.add(address);
            }
            return addresses;
        }
    }
}
