package org.yuanhu.chaincode.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_B;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.registry.BlockNumber;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/**
 * Twenty thousand acts by chance. The model says of each whether it is accepted, or which rule refuses it; the chaincode must say the
 * same. What is on the ledger then must be what the model has, to the gram.
 */
class RandomActsTest {
    private static final int ACTS = Integer.getInteger("yuanhu.test.acts", 20_000);
    private static final long SEED = Long.getLong("yuanhu.test.seed", 20_261_125);

    @TempDir
    private Path folder;

    @Test
    void noGramAppearsOrIsLostAndEveryRuleRefusesWhatItShould() throws Exception {
        try (World world = World.founded(folder)) {
            for (int block = 0; block < 20; block++) {
                world.province().submit(block(world, "61", block, true));
                world.province().submit(block(world, "62", block, false));
            }
            Village village = new Village(world, new Random(SEED));
            AllowedActs allowed = new AllowedActs(village);
            ForbiddenActs forbidden = new ForbiddenActs(village);
            Map<Rule, Integer> refusals = new EnumMap<>(Rule.class);
            List<Rule> rules = new ArrayList<>(forbidden.rules());
            List<String> surprises = new ArrayList<>();
            int accepted = 0;
            for (int i = 0; i < ACTS; i++) {
                boolean allow = village.random.nextInt(100) < 60;
                Attempt attempt = allow
                        ? allowed.next()
                        : forbidden(village, forbidden, rules).orElseGet(allowed::next);
                Optional<Rule> refused = outcome(attempt);
                if (!refused.equals(attempt.refusedBy())) {
                    surprises.add(
                            "act %d: %s instead of %s: %s".formatted(i, refused, attempt.refusedBy(), attempt.what()));
                }
                // after an act the model would have refused, the model knows nothing any more
                assertThat(surprises)
                        .as("seed %d", SEED)
                        .hasSizeLessThan(attempt.refusedBy().isPresent() && refused.isEmpty() ? 1 : 20);
                refused.ifPresent(rule -> refusals.merge(rule, 1, Integer::sum));
                if (refused.isEmpty()) {
                    attempt.effect().run();
                    accepted++;
                }
                if (i % 500 == 250) {
                    eraseSomebody(village);
                }
                if (i % 5_000 == 4_999) {
                    Books.mustBalance(village);
                }
            }
            assertThat(surprises).as("seed %d", SEED).isEmpty();
            Books.mustBalance(village);
            assertThat(accepted).as("accepted, seed %d", SEED).isGreaterThanOrEqualTo(ACTS * 2 / 5);
            assertThat(rules)
                    .as("rules refused at least 5 times, seed %d: %s", SEED, refusals)
                    .allMatch(rule -> refusals.getOrDefault(rule, 0) >= 5);
            assertThat(forbidden.rules())
                    .as("every rule the chaincode can break")
                    .containsExactlyInAnyOrderElementsOf(RulesOfTheChaincode.reachable());
        }
    }

    private static Optional<Attempt> forbidden(Village village, ForbiddenActs acts, List<Rule> rules) {
        return acts.breaking(rules.get(village.random.nextInt(rules.size())));
    }

    private static Optional<Rule> outcome(Attempt attempt) {
        try {
            attempt.call().run();
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.rule());
        }
    }

    private static void eraseSomebody(Village village) {
        village.any(village.farms, farm -> !farm.erased).ifPresent(farm -> {
            village.world.voucher(farm.county).erase(farm.id);
            farm.erased = true;
        });
    }

    private static AdmitRunBlock block(World world, String prefix, int number, boolean a) {
        BlockNumber block = new BlockNumber(prefix + "%04d".formatted(number));
        return new AdmitRunBlock(world.id(), block, a ? COOPERATIVE_A : COOPERATIVE_B);
    }
}
