package org.yuanhu.embeddedledger.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.yuanhu.embeddedledger.block.BlockHashes;

/**
 * How a range query's results stand in a read set: as they are up to 50, above that as a tree of hashes in which each
 * node covers 51 below it, of which the top level is kept (Fabric's {@code query_results_helper.go}).
 */
public final class RangeSummary {
    /** A peer's {@code maxDegreeQueryReadsHashing}. */
    private static final int MAX_DEGREE = 50;

    private final List<KVRead> pending = new ArrayList<>();
    /** Hashes by level, the lowest first; level 1 of Fabric is at 0. */
    private final List<List<ByteString>> levels = new ArrayList<>();

    /** Takes the next result. */
    public void add(KVRead read) {
        pending.add(read);
        if (pending.size() > MAX_DEGREE) {
            hashPending();
        }
    }

    private void hashPending() {
        byte[] reads = QueryReads.newBuilder().addAllKvReads(pending).build().toByteArray();
        pending.clear();
        raise(0, hash(reads));
    }

    private void raise(int level, ByteString hash) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<ByteString> hashes = levels.get(level);
        hashes.add(hash);
        if (hashes.size() > MAX_DEGREE) {
            ByteString combined = combined(hashes);
            hashes.clear();
            raise(level + 1, combined);
        }
    }

    private static ByteString combined(List<ByteString> hashes) {
        return hash(ByteString.copyFrom(hashes).toByteArray());
    }

    private static ByteString hash(byte[] bytes) {
        return ByteString.copyFrom(BlockHashes.sha256().digest(bytes));
    }

    /** Puts what was taken into a range query's entry; nothing can be added after that. */
    public void finish(RangeQueryInfo.Builder info) {
        if (levels.isEmpty()) {
            if (!pending.isEmpty()) {
                info.setRawReads(QueryReads.newBuilder().addAllKvReads(pending));
            }
            return;
        }
        if (!pending.isEmpty()) {
            hashPending();
        }
        int top = levels.size() - 1;
        for (int level = 0; level < top; level++) {
            List<ByteString> hashes = levels.get(level);
            if (!hashes.isEmpty()) {
                levels.get(level + 1).add(hashes.size() == 1 ? hashes.get(0) : combined(hashes));
            }
        }
        List<ByteString> highest = levels.get(top);
        if (highest.size() > MAX_DEGREE) {
            highest = List.of(combined(highest));
            top++;
        }
        info.setReadsMerkleHashes(QueryReadsMerkleSummary.newBuilder()
                .setMaxDegree(MAX_DEGREE)
                .setMaxLevel(top + 1)
                .addAllMaxLevelHashes(highest));
    }
}
