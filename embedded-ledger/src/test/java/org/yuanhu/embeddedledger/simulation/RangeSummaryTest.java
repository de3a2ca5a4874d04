package org.yuanhu.embeddedledger.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeSummaryTest {
    private static List<KVRead> reads(int count) {
        List<KVRead> reads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reads.add(KVRead.newBuilder().setKey("k" + i).build());
        }
        return reads;
    }

    private static RangeQueryInfo summary(List<KVRead> reads) {
        RangeSummary summary = new RangeSummary();
        reads.forEach(summary::add);
        RangeQueryInfo.Builder info = RangeQueryInfo.newBuilder();
        summary.finish(info);
        return info.build();
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    @Test
    void keepsUpTo50ResultsAsTheyAre() {
        assertThat(summary(reads(0)).hasRawReads()).isFalse();
        assertThat(summary(reads(50)).getRawReads().getKvReadsList()).isEqualTo(reads(50));
        assertThat(summary(reads(51)).hasRawReads()).isFalse();
    }

    /** The whole tree built level by level, each node over 51 nodes below; a lone last node goes up as it is. */
    @ParameterizedTest
    @ValueSource(ints = {51, 52, 102, 2550, 2551, 2601, 2602, 5000, 5202, 10_000})
    void hashesMoreInATreeWhoseNodesCover51Each(int count) throws Exception {
        List<byte[]> level = new ArrayList<>();
        List<KVRead> all = reads(count);
        for (int from = 0; from < count; from += 51) {
            List<KVRead> part = all.subList(from, Math.min(count, from + 51));
            level.add(sha256(QueryReads.newBuilder().addAllKvReads(part).build().toByteArray()));
        }
        int height = 1;
        while (level.size() > 50) {
            List<byte[]> above = new ArrayList<>();
            for (int from = 0; from < level.size(); from += 51) {
                List<byte[]> part = level.subList(from, Math.min(level.size(), from + 51));
                java.io.ByteArrayOutputStream joined = new java.io.ByteArrayOutputStream();
                for (byte[] hash : part) {
                    joined.write(hash);
                }
                above.add(part.size() == 1 ? part.get(0) : sha256(joined.toByteArray()));
            }
            level = above;
            height++;
        }
        var found = summary(all).getReadsMerkleHashes();
        assertThat(found.getMaxLevel()).isEqualTo(height);
        assertThat(found.getMaxLevelHashesCount()).isEqualTo(level.size());
        for (int i = 0; i < level.size(); i++) {
            assertThat(found.getMaxLevelHashes(i).toByteArray()).isEqualTo(level.get(i));
        }
    }
}
