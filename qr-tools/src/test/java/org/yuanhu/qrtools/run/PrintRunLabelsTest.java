package org.yuanhu.qrtools.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.qrtools.RandomRuns;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.label.MerkleTree;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.label.Serial;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class PrintRunLabelsTest {
    private static final RunSecret SECRET = RunSecret.parse("0f".repeat(32));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 257})
    void everyLabelLeadsToTheRoot(int count) {
        PrintRunLabels labels = new RandomRuns(count).labels(count);
        MerkleTree tree = labels.tree();
        Hash root = labels.root();

        for (int index = 0; index < count; index++) {
            labels.mustHaveIssued(labels.path(index));
            assertThat(MerkleTree.verify(labels.leaf(index).hash(), index, count, tree.inclusion(index), root))
                    .isTrue();
        }
        assertThat(labels.inclusion(count - 1)).isEqualTo(tree.inclusion(count - 1));
    }

    @Test
    void aGuessedTagWasNeverIssued() {
        PrintRunLabels labels = new RandomRuns(7).labels(10);
        Serial issued = labels.path(3).serial();
        String guess = issued.tag().equals("000000") ? "000001" : "000000";
        Serial forged = new Serial(issued.run(), 3, guess);

        assertThat(labels.issued(issued)).isTrue();
        assertThat(labels.issued(forged)).isFalse();
        assertRefused(
                Rule.LB_02,
                labels,
                new LabelPath(labels.run().gtin(), labels.run().lot(), forged));
    }

    @Test
    void aSerialOfAnotherRunWasNotIssuedByThisOneEvenWithItsTag() {
        PrintRunLabels labels = new RandomRuns(9).labels(10);
        Serial issued = labels.path(3).serial();
        RunNumber another = new RunNumber(issued.run().value().equals("10000001") ? "10000002" : "10000001");
        Serial ofAnother = new Serial(another, issued.index(), issued.tag());

        assertThat(labels.issued(ofAnother)).isFalse();
        assertRefused(
                Rule.LB_01,
                labels,
                new LabelPath(labels.run().gtin(), labels.run().lot(), ofAnother));
    }

    @Test
    void anIndexBeyondTheCountIsRefusedEvenWithItsTag() {
        PrintRun run = new RandomRuns(8).labels(11).run();
        PrintRunLabels more = new PrintRunLabels(run, SECRET);
        PrintRunLabels labels = new PrintRunLabels(
                new PrintRun(run.consortium(), run.labelClass(), run.gtin(), run.lot(), run.run(), 10), SECRET);

        labels.mustHaveIssued(more.path(9));
        assertRefused(Rule.LB_03, labels, more.path(10));
        assertThat(labels.issued(more.path(10).serial())).isFalse();
    }

    @Test
    void aLabelOfAnotherLotOrRunIsRefused() {
        PrintRunLabels labels = new RandomRuns(9).labels(10);
        LabelPath label = labels.path(0);

        assertRefused(Rule.LB_01, labels, new LabelPath(label.gtin(), new Lot("OTHER"), label.serial()));
        assertRefused(Rule.LB_01, labels, new RandomRuns(10).labels(10).path(0));
    }

    @Test
    void aRunHasOneToAHundredThousandLabels() {
        assertThatThrownBy(() -> new RandomRuns(1).labels(0)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> new RandomRuns(1).labels(100_001)).isInstanceOf(RefusedException.class);
    }

    @Test
    void theRunsFileReadsBackAsItself() {
        PrintRunLabels labels = new RandomRuns(10).labels(3);
        RunFile file = new RunFile(labels.run(), labels.root());
        String unknownField = file.text().replace("\"lot\"", "\"Lot\"");

        assertThat(RunFile.parse(file.text())).isEqualTo(file);
        assertThatThrownBy(() -> RunFile.parse(unknownField)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> RunFile.parse("{\"format\":1")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> RunFile.parse("[]")).isInstanceOf(RefusedException.class);
    }

    private static void assertRefused(Rule rule, PrintRunLabels labels, LabelPath label) {
        assertThatThrownBy(() -> labels.mustHaveIssued(label))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
