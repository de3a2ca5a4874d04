package org.yuanhu.clientapi.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class RunRootsTest {
    private static final RunNumber RUN = new RunNumber("10000301");

    @TempDir
    private Path folder;

    /** A root that these labels do not have is believed where it is kept: so it was not computed. */
    @Test
    void aRootThatIsKeptIsNotComputedAgain() {
        Hash kept = Hash.sha256(new byte[] {1});

        new RunRoots(folder).keep(RUN, kept);

        assertThatCode(() -> new RunRoots(folder).mustBe(labels(1), kept)).doesNotThrowAnyException();
    }

    @Test
    void aRootNobodyKeptIsComputedOnceAndKept() {
        Hash root = labels(1).root();
        RunRoots roots = new RunRoots(folder);

        roots.mustBe(labels(1), root);

        assertThat(folder.resolve(RUN.value())).hasContent(root.value());
        assertThatCode(() -> roots.mustBe(labels(2), root)).doesNotThrowAnyException();
    }

    @Test
    void labelsOfAnotherSecretAreRefusedByTheirRoot() {
        RunRoots roots = new RunRoots(folder);

        assertRefused(roots, labels(1).root());
        roots.keep(RUN, labels(2).root());
        assertRefused(roots, labels(1).root());
        assertThat(folder.resolve(RUN.value())).hasContent(labels(2).root().value());
    }

    @Test
    void aNumberGivenToAnotherOrderMeanwhileIsComputedAnew() {
        RunRoots roots = new RunRoots(folder);
        roots.keep(RUN, Hash.sha256(new byte[] {1}));

        roots.mustBe(labels(1), labels(1).root());

        assertThat(folder.resolve(RUN.value())).hasContent(labels(1).root().value());
    }

    private static void assertRefused(RunRoots roots, Hash recorded) {
        assertThatThrownBy(() -> roots.mustBe(labels(2), recorded))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rule.LB_07));
    }

    private static PrintRunLabels labels(int secret) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) secret;
        return new PrintRunLabels(
                new PrintRun(
                        new ConsortiumId("demo-52"),
                        LabelClass.UNIT,
                        new Gtin("09520000000356"),
                        new Lot("LC26-01"),
                        RUN,
                        8),
                RunSecret.of(bytes));
    }
}
