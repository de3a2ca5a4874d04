package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.chance.Dice;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.StateDigest;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.rule.RefusedException;

/** Acts with something in them altered by chance: each is taken or refused by a rule, and nothing worse happens. */
@ExtendWith(SharedWorld.class)
class HostileActsTest {
    private static final List<String> ODD = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-1",
            "0.1",
            "1e9",
            "9223372036854775808",
            "\\u0000",
            "\\ud800",
            "\u202e",
            "\u0000",
            "\ud840\udc00",
            " ",
            "[[[[[[[[",
            "\"format\":\"none\",",
            "\"\"",
            "2026-13-01");

    private final World world;
    private final SampleActs samples;

    HostileActsTest(World world) {
        this.world = world;
        this.samples = new SampleActs(world);
    }

    @Test
    void anAlteredActIsTakenOrRefusedByARule() {
        List<Client> callers = List.of(
                world.province(),
                world.proposer(COUNTY_A),
                world.voucher(COUNTY_A),
                world.manager(COOPERATIVE_A),
                world.clerk(COOPERATIVE_A));
        List<Operation> operations = samples.withActs();
        int tries = Dice.acts(1_000, 30_000);
        Random random = new Random(Dice.seed(HostileActsTest.class));
        String before = StateDigest.of(world);
        int refused = 0;
        for (int i = 0; i < tries; i++) {
            Operation operation = operations.get(random.nextInt(operations.size()));
            String act = altered(samples.json(operation), random);
            try {
                callers.get(random.nextInt(callers.size())).evaluate(operation, act);
            } catch (RefusedException byARule) {
                refused++;
            } catch (IllegalStateException e) {
                throw new AssertionError(operation + " of " + act, e);
            }
        }
        assertThat(refused).isGreaterThan(tries / 2).isLessThan(tries);
        assertThat(StateDigest.of(world)).isEqualTo(before);
    }

    private static String altered(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(8));
            String part = text.substring(from, to);
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, part);
                case 2 -> text.insert(random.nextInt(text.length()), part);
                default -> text.replace(from, to, ODD.get(random.nextInt(ODD.size())));
            }
            if (text.isEmpty()) {
                return "";
            }
        }
        return text.toString();
    }
}
