package org.yuanhu.embeddedledger.commit;

import com.google.protobuf.ByteString;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.yuanhu.embeddedledger.simulation.RangeSummary;
import org.yuanhu.embeddedledger.store.BlockUpdate;
import org.yuanhu.embeddedledger.store.BlockUpdate.HashedKey;
import org.yuanhu.embeddedledger.store.PublicStore;
import org.yuanhu.embeddedledger.store.StateRange;
import org.yuanhu.embeddedledger.store.Versioned;

/**
 * Whether what a transaction read is still so, counting the transactions before it in its block: Fabric's checks for
 * read conflicts and phantoms ({@code validation/validator.go}).
 */
final class StateValidation {
    private final PublicStore store;
    private final BlockUpdate update;

    StateValidation(PublicStore store, BlockUpdate update) {
        this.store = store;
        this.update = update;
    }

    TxValidationCode validate(LedgerTransaction transaction) {
        for (KVRead read : transaction.publicSet().getReadsList()) {
            if (update.wroteState(read.getKey()) || !same(read, store.state(read.getKey()))) {
                return TxValidationCode.MVCC_READ_CONFLICT;
            }
        }
        for (RangeQueryInfo range : transaction.publicSet().getRangeQueriesInfoList()) {
            if (!unchanged(range)) {
                return TxValidationCode.PHANTOM_READ_CONFLICT;
            }
        }
        for (Map.Entry<String, HashedRWSet> set : transaction.hashedSets().entrySet()) {
            for (KVReadHash read : set.getValue().getHashedReadsList()) {
                HashedKey key = hashedKey(set.getKey(), read.getKeyHash());
                Version version = read.hasVersion() ? read.getVersion() : null;
                if (update.wroteHash(key) || !same(version, store.hash(key))) {
                    return TxValidationCode.MVCC_READ_CONFLICT;
                }
            }
        }
        return TxValidationCode.VALID;
    }

    static HashedKey hashedKey(String collection, ByteString keyHash) {
        return new HashedKey(collection, HexFormat.of().formatHex(keyHash.toByteArray()));
    }

    private static boolean same(KVRead read, @Nullable Versioned found) {
        return same(read.hasVersion() ? read.getVersion() : null, found);
    }

    private static boolean same(@Nullable Version read, @Nullable Versioned found) {
        if (read == null || found == null) {
            return read == null && found == null;
        }
        return read.getBlockNum() == found.version().block()
                && read.getTxNum() == found.version().transaction();
    }

    private boolean unchanged(RangeQueryInfo range) {
        // a query that was not read to its end noted the last key it saw, which belongs to the range
        String end = range.getItrExhausted() ? range.getEndKey() : range.getEndKey() + '\0';
        if (writtenWithin(range.getStartKey(), end)) {
            return false;
        }
        RangeSummary summary = new RangeSummary();
        try (StateRange now = store.range(range.getStartKey(), end)) {
            for (Map.Entry<String, Versioned> found = now.next(); found != null; found = now.next()) {
                summary.add(read(found.getKey(), found.getValue().version()));
            }
        }
        RangeQueryInfo.Builder again = RangeQueryInfo.newBuilder()
                .setStartKey(range.getStartKey())
                .setEndKey(range.getEndKey())
                .setItrExhausted(range.getItrExhausted());
        summary.finish(again);
        return again.build().equals(range);
    }

    private static KVRead read(String key, org.yuanhu.embeddedledger.store.Version version) {
        Version.Builder written =
                Version.newBuilder().setBlockNum(version.block()).setTxNum(version.transaction());
        return KVRead.newBuilder().setKey(key).setVersion(written).build();
    }

    /** Whether this block puts a key into the range, or takes one out that was there. */
    private boolean writtenWithin(String start, String end) {
        for (Map.Entry<String, Optional<Versioned>> write : update.state().entrySet()) {
            ByteString key = ByteString.copyFromUtf8(write.getKey());
            boolean inside = compare(key, ByteString.copyFromUtf8(start)) >= 0
                    && (end.isEmpty() || compare(key, ByteString.copyFromUtf8(end)) < 0);
            if (inside && (write.getValue().isPresent() || store.state(write.getKey()) != null)) {
                return true;
            }
        }
        return false;
    }

    private static int compare(ByteString left, ByteString right) {
        return ByteString.unsignedLexicographicalComparator().compare(left, right);
    }
}
