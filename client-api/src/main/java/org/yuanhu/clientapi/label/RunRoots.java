package org.yuanhu.clientapi.label;

import java.nio.file.Files;
import java.nio.file.Path;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The root that each run's secret gives, one small file a run. A root takes all labels of a run to compute, up to a hundred thousand; it
 * is computed when the run is assigned, and not again for every label that is printed. A secret is never replaced, so neither is its root.
 */
final class RunRoots {
    private final Path folder;

    /** @param folder this store's own */
    RunRoots(Path folder) {
        this.folder = DurableFile.secretFolder(folder);
    }

    /** Keeps what was computed from the secret that is kept of this run. */
    void keep(RunNumber run, Hash root) {
        DurableFile.writeSecret(folder.resolve(run.value()), root.value());
    }

    /**
     * Refuses labels that nobody could prove, because they come from another secret than the run's. Computes the root only where none is
     * kept, or another: a number may have been given to another order meanwhile.
     *
     * @param recorded the run's root on the ledger
     * @throws RefusedException LB-07
     */
    void mustBe(PrintRunLabels labels, Hash recorded) {
        RunNumber run = labels.run().run();
        Path file = folder.resolve(run.value());
        if (Files.exists(file) && DurableFile.read(file).strip().equals(recorded.value())) {
            return;
        }
        if (!labels.root().equals(recorded)) {
            throw RefusedException.by(Rule.LB_07).build();
        }
        keep(run, recorded);
    }
}
