package org.yuanhu.chaincode.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.chaincode.testledger.World;

/**
 * Thousands of acts by chance. The model says of each whether it is accepted, or which rule refuses it; the chaincode must say the
 * same. What is on the ledger then must be what the model has, to the gram.
 */
class RandomActsTest {
    private static final int ACTS = Dice.acts(6_000, 20_000);
    private static final long SEED = Dice.seed(RandomActsTest.class);

    @TempDir
    private Path folder;

    @Test
    void noGramAppearsOrIsLostAndEveryRuleRefusesWhatItShould() throws Exception {
        try (World world = World.founded(folder)) {
            Play play = new Play(world, SEED, ACTS);
            for (int i = 0; i < ACTS; i++) {
                play.act();
                if (i % 5_000 == 4_999) {
                    Books.mustBalance(play.village());
                }
            }
            Books.mustBalance(play.village());
            play.mustHaveGoneAsForetold();
            assertThat(play.accepted()).as("accepted, seed %d", SEED).isGreaterThanOrEqualTo(ACTS * 2 / 5);
            assertThat(play.rules())
                    .as("rules refused at least once in 4,000 acts, seed %d: %s", SEED, play.refusals())
                    .allMatch(rule -> play.refusals().getOrDefault(rule, 0) >= Math.max(1, ACTS / 4_000));
            assertThat(play.rules())
                    .as("every rule the chaincode can break")
                    .containsExactlyInAnyOrderElementsOf(RulesOfTheChaincode.reachable());
        }
    }
}
