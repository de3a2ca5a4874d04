package org.yuanhu.clientapi.scan.resolver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Semaphore;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.vocabulary.label.MerkleTree;

/**
 * The trees of the runs asked for last. One costs about 10 µs and 64 bytes a label, so a tree is only built after a right tag, only so
 * many at once, and only so many labels' worth are kept.
 */
final class RunTrees {
    /** Labels whose trees are kept: some 26 MB, four of the largest runs. */
    static final int LABELS_KEPT = 400_000;

    private static final int BUILT_AT_ONCE = 2;

    private final Semaphore building = new Semaphore(BUILT_AT_ONCE);
    private final Cache<PrintRun, MerkleTree> trees = Caffeine.newBuilder()
            .maximumWeight(LABELS_KEPT)
            .weigher((PrintRun run, MerkleTree tree) -> tree.count())
            .executor(Runnable::run)
            .build();

    /** The tree of a run, from the cache or built now. */
    MerkleTree of(PrintRunLabels labels) {
        MerkleTree kept = trees.getIfPresent(labels.run());
        if (kept != null) {
            return kept;
        }
        building.acquireUninterruptibly();
        try {
            MerkleTree meanwhile = trees.getIfPresent(labels.run());
            if (meanwhile != null) {
                return meanwhile;
            }
            MerkleTree built = labels.tree();
            trees.put(labels.run(), built);
            return built;
        } finally {
            building.release();
        }
    }

    /** How many labels' worth are kept. */
    long labelsKept() {
        trees.cleanUp();
        return trees.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
