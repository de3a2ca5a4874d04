package org.yuanhu.chaincode.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_B;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.registry.BlockNumber;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Acts by chance on a founded world, three of five allowed; the model foretells each one's outcome. */
public final class Play {
    private final long seed;
    private final Village village;
    private final AllowedActs allowed;
    private final ForbiddenActs forbidden;
    private final List<Rule> rules;
    private final Map<Rule, Integer> refusals = new EnumMap<>(Rule.class);
    private final List<String> surprises = new ArrayList<>();
    private int played;
    private int accepted;

    /**
     * Begins.
     *
     * @param acts how many it will be: a thousand need no more than a block of run numbers for each cooperative
     */
    public Play(World world, long seed, int acts) {
        this.seed = seed;
        for (int block = 0; block <= acts / 1_000; block++) {
            world.province().submit(block(world, "61", block, COOPERATIVE_A));
            world.province().submit(block(world, "62", block, COOPERATIVE_B));
        }
        this.village = new Village(world, new Random(seed));
        this.allowed = new AllowedActs(village);
        this.forbidden = new ForbiddenActs(village);
        this.rules = new ArrayList<>(forbidden.rules());
    }

    /** The next act. */
    public void act() {
        Attempt attempt = village.random.nextInt(100) < 60
                ? allowed.next()
                : forbidden
                        .breaking(rules.get(village.random.nextInt(rules.size())))
                        .orElseGet(allowed::next);
        Optional<Rule> refused = outcome(attempt);
        if (!refused.equals(attempt.refusedBy())) {
            surprises.add(
                    "act %d: %s instead of %s: %s".formatted(played, refused, attempt.refusedBy(), attempt.what()));
        }
        // after an act the model would have refused, the model knows nothing any more
        assertThat(surprises)
                .as("seed %d", seed)
                .hasSizeLessThan(attempt.refusedBy().isPresent() && refused.isEmpty() ? 1 : 20);
        refused.ifPresent(rule -> refusals.merge(rule, 1, Integer::sum));
        if (refused.isEmpty()) {
            attempt.effect().run();
            accepted++;
        }
        if (played % 500 == 250) {
            eraseSomebody();
        }
        played++;
    }

    /**
     * Looks back.
     *
     * @throws AssertionError if an act was answered otherwise than the model said
     */
    public void mustHaveGoneAsForetold() {
        assertThat(surprises).as("seed %d", seed).isEmpty();
    }

    /** The model as it is now. */
    public Village village() {
        return village;
    }

    /** The rules that are tried. */
    public List<Rule> rules() {
        return rules;
    }

    /** How often each rule has refused. */
    public Map<Rule, Integer> refusals() {
        return refusals;
    }

    /** How many acts were accepted. */
    public int accepted() {
        return accepted;
    }

    private static Optional<Rule> outcome(Attempt attempt) {
        try {
            attempt.call().run();
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused.rule());
        }
    }

    private void eraseSomebody() {
        village.any(village.farms, farm -> !farm.erased).ifPresent(farm -> {
            village.world.voucher(farm.county).erase(farm.id);
            farm.erased = true;
        });
    }

    private static AdmitRunBlock block(World world, String prefix, int number, CreditCode cooperative) {
        return new AdmitRunBlock(world.id(), new BlockNumber(prefix + "%04d".formatted(number)), cooperative);
    }
}
