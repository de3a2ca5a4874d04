package org.yuanhu.embeddedledger.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksObject;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteOptions;

/** One RocksDB database with its column families, sized to live inside a small server. */
final class Rocks implements AutoCloseable {
    private static final long CACHE_BYTES = 16L << 20;
    private static final long WRITE_BUFFER_BYTES = 8L << 20;
    private static final long ALL_WRITE_BUFFERS_BYTES = 32L << 20;
    private static final long LOG_BYTES = 64L << 20;

    static {
        RocksDB.loadLibrary();
    }

    private final List<RocksObject> owned = new ArrayList<>();
    private final List<ColumnFamilyHandle> families = new ArrayList<>();
    private final RocksDB database;
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final WriteOptions unsynced = new WriteOptions();

    private Rocks(Path directory, boolean readOnly, List<String> names) throws RocksDBException {
        LRUCache cache = own(new LRUCache(CACHE_BYTES));
        ColumnFamilyOptions familyOptions = own(new ColumnFamilyOptions())
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache));
        List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
        descriptors.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, familyOptions));
        for (String name : names) {
            descriptors.add(new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.UTF_8), familyOptions));
        }
        DBOptions options = own(new DBOptions())
                .setCreateIfMissing(!readOnly)
                .setCreateMissingColumnFamilies(!readOnly)
                // a crash may cut the log anywhere: take the longest good prefix, then compare it with the tip
                .setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery)
                .setAtomicFlush(true)
                .setParanoidChecks(true)
                .setMaxTotalWalSize(LOG_BYTES)
                .setDbWriteBufferSize(ALL_WRITE_BUFFERS_BYTES)
                .setMaxOpenFiles(256)
                .setKeepLogFileNum(2)
                .setMaxLogFileSize(1L << 20)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL);
        String path = directory.toString();
        database = readOnly
                ? RocksDB.openReadOnly(options, path, descriptors, families)
                : RocksDB.open(options, path, descriptors, families);
    }

    static Rocks open(Path directory, String... families) throws RocksDBException, IOException {
        Files.createDirectories(directory);
        return new Rocks(directory, false, List.of(families));
    }

    /** Opens what is on disk without changing a byte of it. */
    static Rocks openReadOnly(Path directory, String... families) throws RocksDBException {
        return new Rocks(directory, true, List.of(families));
    }

    RocksDB database() {
        return database;
    }

    /** The family at a position: 0 is the default one, 1 the first that was named. */
    ColumnFamilyHandle family(int position) {
        return families.get(position);
    }

    List<ColumnFamilyHandle> families() {
        return families;
    }

    WriteOptions synced() {
        return synced;
    }

    WriteOptions unsynced() {
        return unsynced;
    }

    /** Writes everything out of the log and rewrites every table, so that nothing deleted is left in a file. */
    void compact() {
        try (FlushOptions flush = new FlushOptions().setWaitForFlush(true);
                CompactRangeOptions whole = new CompactRangeOptions()
                        .setExclusiveManualCompaction(true)
                        .setBottommostLevelCompaction(CompactRangeOptions.BottommostLevelCompaction.kForce)) {
            database.flush(flush, families);
            for (ColumnFamilyHandle family : families) {
                database.compactRange(family, null, null, whole);
            }
        } catch (RocksDBException e) {
            throw new StoreException("compacting", e);
        }
    }

    /** Copies the database as it is now into a directory that does not exist yet. */
    void copyTo(Path directory) {
        try (Checkpoint checkpoint = Checkpoint.create(database)) {
            checkpoint.createCheckpoint(directory.toString());
        } catch (RocksDBException e) {
            throw new StoreException("copying to " + directory, e);
        }
    }

    private <T extends RocksObject> T own(T object) {
        owned.add(object);
        return object;
    }

    @Override
    public void close() {
        families.forEach(ColumnFamilyHandle::close);
        database.close();
        synced.close();
        unsynced.close();
        for (int i = owned.size() - 1; i >= 0; i--) {
            owned.get(i).close();
        }
    }
}
