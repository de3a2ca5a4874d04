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
    /** How often each rule must have refused something. */
    private static final int REFUSALS = Dice.isLong() ? 5 : 1;

    private static final long SEED = Dice.seed(RandomActsTest.class);

    @TempDir
    private Path folder;

    @Test
    void noGramAppearsOrIsLostAndEveryRuleRefusesWhatItShould() throws Exception {
        try (World world = World.founded(folder)) {
            Play play = new Play(world, SEED, 4 * ACTS);
            int played = 0;
            // what is rarely possible may need more acts than were asked for
            while (played < ACTS || (leastRefusals(play) < REFUSALS && played < 4 * ACTS)) {
                play.act();
                played++;
                if (played % 5_000 == 0) {
                    Books.mustBalance(play.village());
                }
            }
            Books.mustBalance(play.village());
            play.mustHaveGoneAsForetold();
            assertThat(play.accepted()).as("accepted, seed %d", SEED).isGreaterThanOrEqualTo(played * 2 / 5);
            assertThat(leastRefusals(play))
                    .as("how often each rule refused, seed %d: %s", SEED, play.refusals())
                    .isGreaterThanOrEqualTo(REFUSALS);
            assertThat(play.rules())
                    .as("every rule the chaincode can break")
                    .containsExactlyInAnyOrderElementsOf(RulesOfTheChaincode.reachable());
        }
    }

    private static int leastRefusals(Play play) {
        return play.rules().stream()
                .mapToInt(rule -> play.refusals().getOrDefault(rule, 0))
                .min()
                .orElseThrow();
    }
}
