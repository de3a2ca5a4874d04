package org.yuanhu.clientapi.scan.resolver;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private final Map<PrintRun, MerkleTree> trees = new LinkedHashMap<>(16, 0.75f, true);
    private int labelsKept;

    /** The tree of a run, from the cache or built now. */
    MerkleTree of(PrintRunLabels labels) {
        MerkleTree kept = find(labels.run());
        if (kept != null) {
            return kept;
        }
        building.acquireUninterruptibly();
        try {
            MerkleTree meanwhile = find(labels.run());
            return meanwhile == null ? keep(labels.run(), labels.tree()) : meanwhile;
        } finally {
            building.release();
        }
    }

    /** How many labels' worth are kept. */
    synchronized int labelsKept() {
        return labelsKept;
    }

    private synchronized @org.jspecify.annotations.Nullable MerkleTree find(PrintRun run) {
        return trees.get(run);
    }

    private synchronized MerkleTree keep(PrintRun run, MerkleTree tree) {
        MerkleTree earlier = trees.putIfAbsent(run, tree);
        if (earlier != null) {
            return earlier;
        }
        labelsKept += tree.count();
        Iterator<MerkleTree> oldest = trees.values().iterator();
        while (labelsKept > LABELS_KEPT) {
            labelsKept -= oldest.next().count();
            oldest.remove();
        }
        return tree;
    }
}
