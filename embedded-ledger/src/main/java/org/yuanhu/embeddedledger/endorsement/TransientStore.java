package org.yuanhu.embeddedledger.endorsement;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuanhu.embeddedledger.simulation.PrivateWrite;

/**
 * Private values of transactions that are endorsed but not yet committed. In memory only, so that what is never
 * committed never reaches a disk; bounded by time and size, oldest first.
 */
public final class TransientStore {
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final long MOST_BYTES = 32L << 20;
    private static final int ENTRY_BYTES = 200;

    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private final Clock clock;
    private long bytes;

    /** Starts empty. */
    public TransientStore(Clock clock) {
        this.clock = clock;
    }

    private record Key(String transactionId, ByteString results) {}

    private record Entry(List<PrivateWrite> writes, Instant since, long bytes) {
        boolean expired(Instant now) {
            return since.plus(KEPT).isBefore(now);
        }
    }

    /** Keeps the private writes of a simulation; its serialized results tell it from another of the same transaction. */
    public synchronized void keep(String transactionId, ByteString results, List<PrivateWrite> writes) {
        Instant now = clock.instant();
        Key key = new Key(transactionId, results);
        forget(transactionId, results);
        entries.put(key, new Entry(writes, now, size(writes)));
        bytes += size(writes);
        Iterator<Map.Entry<Key, Entry>> oldest = entries.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Key, Entry> old = oldest.next();
            if (old.getKey().equals(key) || !(old.getValue().expired(now) || bytes > MOST_BYTES)) {
                return;
            }
            bytes -= old.getValue().bytes;
            oldest.remove();
        }
    }

    /** The private writes behind these results, if they are still here. */
    public synchronized Optional<List<PrivateWrite>> find(String transactionId, ByteString results) {
        Instant now = clock.instant();
        return Optional.ofNullable(entries.get(new Key(transactionId, results)))
                .filter(entry -> !entry.expired(now))
                .map(Entry::writes);
    }

    /** Forgets a transaction that has been committed. */
    public synchronized void forget(String transactionId, ByteString results) {
        Entry entry = entries.remove(new Key(transactionId, results));
        bytes -= entry == null ? 0 : entry.bytes;
    }

    private static long size(List<PrivateWrite> writes) {
        long size = 0;
        for (PrivateWrite write : writes) {
            byte[] value = write.value();
            size += ENTRY_BYTES + write.key().length() + (value == null ? 0 : value.length);
        }
        return size;
    }
}
