package org.yuanhu.embeddedledger.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Public keys in Fabric's order (by UTF-8 bytes), start included, end excluded. */
public final class StateRange implements AutoCloseable {
    private final RocksIterator iterator;
    private final ReadOptions options;
    private final byte[] end;

    StateRange(RocksIterator iterator, ReadOptions options, String start, String end) {
        this.iterator = iterator;
        this.options = options;
        this.end = end.getBytes(StandardCharsets.UTF_8);
        iterator.seek(start.getBytes(StandardCharsets.UTF_8));
    }

    /** The next key with its value, or null after the last. */
    public Map.@Nullable Entry<String, Versioned> next() {
        if (!iterator.isValid()) {
            try {
                iterator.status();
            } catch (RocksDBException e) {
                throw new StoreException("reading a range", e);
            }
            return null;
        }
        byte[] key = iterator.key();
        if (end.length > 0 && Arrays.compareUnsigned(key, end) >= 0) {
            return null;
        }
        Versioned value = Versioned.decode(iterator.value());
        iterator.next();
        return Map.entry(new String(key, StandardCharsets.UTF_8), value);
    }

    @Override
    public void close() {
        iterator.close();
        options.close();
    }
}
