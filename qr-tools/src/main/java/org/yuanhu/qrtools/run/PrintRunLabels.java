package org.yuanhu.qrtools.run;

import java.util.List;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.label.Leaf;
import org.yuanhu.vocabulary.label.MerkleTree;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.label.Serial;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Every label of one print run, computed from the run secret when asked for; nothing is kept per label. */
public final class PrintRunLabels {
    private final PrintRun run;
    private final RunSecret secret;

    /**
     * The labels of a run.
     *
     * @param secret the run's own; with another one every tag and leaf would be another
     */
    public PrintRunLabels(PrintRun run, RunSecret secret) {
        this.run = run;
        this.secret = secret;
    }

    /** The run these labels belong to. */
    public PrintRun run() {
        return run;
    }

    /** The number of labels. */
    public int count() {
        return run.count();
    }

    /** The path of the label at this index, 0 to count − 1. */
    public LabelPath path(int index) {
        mustBeOfTheRun(index);
        return new LabelPath(run.gtin(), run.lot(), secret.serial(run.run(), index));
    }

    /** The leaf of the label at this index. */
    public Leaf leaf(int index) {
        return new Leaf(run.consortium(), run.labelClass(), path(index), secret.blind(index));
    }

    /** The root to be recorded on the ledger; streams over the run in O(log n) memory, some 10 µs a label. */
    public Hash root() {
        return MerkleTree.root(run.count(), index -> leaf(index).hash());
    }

    /** The whole tree, 64 bytes a label: for whoever answers many questions about one run. */
    public MerkleTree tree() {
        return MerkleTree.of(run.count(), index -> leaf(index).hash());
    }

    /** The inclusion path of one label; builds the tree for it. */
    public List<Hash> inclusion(int index) {
        mustBeOfTheRun(index);
        return tree().inclusion(index);
    }

    /** Whether the tag of this serial is the one this run issued at its index. Costs one HMAC; no tree is built. */
    public boolean issued(Serial serial) {
        return serial.run().equals(run.run())
                && serial.index() < run.count()
                && secret.tag(serial.index()).equals(serial.tag());
    }

    /**
     * Refuses a label that this run did not issue.
     *
     * @throws RefusedException LB-01 another GTIN, lot or run, LB-03 index not below the count, LB-02 never issued
     */
    public void mustHaveIssued(LabelPath label) {
        mustBeEqual("gtin", label.gtin().value(), run.gtin().value());
        mustBeEqual("lot", label.lot().value(), run.lot().value());
        mustBeEqual("run", label.serial().run().value(), run.run().value());
        mustBeOfTheRun(label.serial().index());
        if (!issued(label.serial())) {
            throw RefusedException.by(Rule.LB_02)
                    .with("serial", label.serial().text())
                    .build();
        }
    }

    private static void mustBeEqual(String field, String value, String expected) {
        if (!value.equals(expected)) {
            throw RefusedException.by(Rule.LB_01)
                    .with("field", field)
                    .with("value", value)
                    .with("expected", expected)
                    .build();
        }
    }

    private void mustBeOfTheRun(int index) {
        if (index < 0 || index >= run.count()) {
            throw RefusedException.by(Rule.LB_03)
                    .with("index", index)
                    .with("count", run.count())
                    .build();
        }
    }
}
