package org.yuanhu.networktests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.chaincode.chance.Books;
import org.yuanhu.chaincode.chance.Dice;
import org.yuanhu.chaincode.chance.Play;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.StateDigest;
import org.yuanhu.chaincode.testledger.World;

/**
 * Acts by chance, each sent to a real network and to a single-machine ledger. {@link BothLedgers} holds every answer,
 * refusal, key read, byte written, range and private hash against the other's; at the end the states are the same.
 */
@ExtendWith(SharedWorld.class)
@EnabledIfSystemProperty(named = "yuanhu.test.ledger", matches = "fabric")
class LedgersAlikeIT {
    private static final int ACTS = Dice.acts(200, 1_000);
    private static final long SEED = Dice.seed(LedgersAlikeIT.class);

    @TempDir
    private Path folder;

    @Test
    void actsReadWriteAndAnswerTheSameOnBothLedgers() throws Exception {
        BothLedgers ledgers = BothLedgers.start(folder);
        try (World world = World.on(ledgers)) {
            world.found();
            Play play = new Play(world, SEED, ACTS);
            for (int i = 0; i < ACTS; i++) {
                play.act();
            }
            play.mustHaveGoneAsForetold();
            Books.mustBalance(play.village());
            // each page of it is a read that both ledgers must answer the same
            assertThat(StateDigest.of(world)).hasSize(64);
            System.out.printf(
                    "seed %d, %d acts: %d accepted, %d rules refused; %s%n",
                    SEED, ACTS, play.accepted(), play.refusals().size(), ledgers);
            assertThat(play.refusals()).hasSizeGreaterThan(Math.min(play.rules().size() * 3 / 4, ACTS / 8));
        }
    }
}
