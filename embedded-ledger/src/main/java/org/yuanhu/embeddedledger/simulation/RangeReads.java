package org.yuanhu.embeddedledger.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;
import org.yuanhu.embeddedledger.store.StateRange;
import org.yuanhu.embeddedledger.store.Versioned;

/**
 * Public keys of a range handed to chaincode, each noted as read.
 *
 * <p>A peer sends them in batches of 100 and has always read one further; what it read counts for the phantom check even
 * if chaincode stops early. The same is done here, so that both ledgers note the same reads.
 */
final class RangeReads implements QueryResultsIteratorWithMetadata<KeyValue> {
    /** {@code maxResultLimit} of a peer's query response generator. */
    private static final int BATCH = 100;

    /** {@code ledger.state.totalQueryLimit} of a peer. */
    private static final int MOST = 100_000;

    private final StateRange range;
    private final String end;
    private final int limit;
    private final boolean paged;
    private final RangeQueryInfo.Builder info;
    private final RangeSummary summary = new RangeSummary();
    private final Deque<KeyValue> batch = new ArrayDeque<>();
    private int fetched;
    private boolean exhausted;
    private String bookmark = "";
    private boolean closed;

    /** A whole range. */
    static RangeReads all(StateRange range, String start, String end) {
        RangeReads reads = new RangeReads(range, start, end, MOST, false);
        reads.fetch(BATCH + 1);
        return reads;
    }

    /** One page of a range; a bookmark is the key the next page starts from. */
    static RangeReads page(StateRange range, String start, String end, int size) {
        RangeReads reads = new RangeReads(range, start, end, Math.min(size, MOST), true);
        reads.fetch(reads.limit);
        Map.Entry<String, Versioned> following = reads.exhausted ? null : range.next();
        reads.bookmark = following == null ? "" : following.getKey();
        return reads;
    }

    private RangeReads(StateRange range, String start, String end, int limit, boolean paged) {
        this.range = range;
        this.end = end;
        this.limit = limit;
        this.paged = paged;
        info = RangeQueryInfo.newBuilder().setStartKey(start);
    }

    private void fetch(int count) {
        for (int i = 0; i < count && !exhausted && fetched < limit; i++) {
            Map.Entry<String, Versioned> found = range.next();
            if (found == null) {
                exhausted = true;
                info.setItrExhausted(true).setEndKey(end);
            } else {
                fetched++;
                info.setEndKey(found.getKey());
                summary.add(ReadWriteSet.kvRead(found.getKey(), found.getValue()));
                batch.add(new StateValue(found.getKey(), found.getValue().value()));
            }
        }
    }

    /** What was read, for the read set. */
    RangeQueryInfo noted() {
        summary.finish(info);
        return info.build();
    }

    @Override
    public Iterator<KeyValue> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !closed && !batch.isEmpty();
            }

            @Override
            public KeyValue next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (batch.size() == 1 && !paged) {
                    fetch(BATCH);
                }
                return batch.remove();
            }
        };
    }

    @Override
    public QueryResponseMetadata getMetadata() {
        return QueryResponseMetadata.newBuilder()
                .setFetchedRecordsCount(fetched)
                .setBookmark(bookmark)
                .build();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            range.close();
        }
    }
}
