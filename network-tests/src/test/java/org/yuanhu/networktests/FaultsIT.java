package org.yuanhu.networktests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuanhu.chaincode.chance.Dice;

/** What may happen to one organisation, each under a minute of sixteen clients. */
@EnabledIf(value = "org.yuanhu.networktests.RealNetwork#isWanted", disabledReason = RealNetwork.NOT_WANTED)
@Order(Order.DEFAULT + 2)
class FaultsIT {
    private static final Duration BEFORE = Duration.ofSeconds(15);
    private static final Duration MEANWHILE = Duration.ofSeconds(25);
    private static final Duration AFTER = Duration.ofSeconds(20);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);
    private static final Duration CATCHES_UP = Duration.ofMinutes(2);
    private static final Pattern NODE = Pattern.compile("(?:peer|orderer) +(\\S+) +(\\S+) +(\\S+) .*");

    @SuppressWarnings("NullAway.Init") // before all
    private static RealNetwork network;

    @BeforeAll
    static void bringUp() {
        network = RealNetwork.withSeason();
    }

    @AfterAll
    static void takeDown() {
        if (network != null) {
            network.close();
        }
    }

    /** Something that happens to an organisation, and how it ends. */
    enum Fault {
        ORDERER_KILLED,
        PEER_KILLED,
        CHAINCODE_KILLED,
        ORDERER_PAUSED,
        PEER_PAUSED,
        CHAINCODE_PAUSED,
        ORGANISATION_GONE;

        String node() {
            return name().substring(0, name().indexOf('_')).toLowerCase(java.util.Locale.ROOT);
        }

        boolean isPause() {
            return name().endsWith("_PAUSED");
        }
    }

    /** One that ends processes and one that hangs, by chance; with {@code -Plong} all; or those that {@code -Dyuanhu.faults} names. */
    static Stream<Fault> faults() {
        String wanted = System.getProperty("yuanhu.faults", Dice.isLong() ? "all" : "");
        if (wanted.isEmpty()) {
            Random random = new Random(Dice.seed(FaultsIT.class));
            return Stream.of(one(random, false), one(random, true));
        }
        List<String> names = List.of(wanted.split(","));
        return Arrays.stream(Fault.values()).filter(fault -> wanted.equals("all") || names.contains(fault.name()));
    }

    private static Fault one(Random random, boolean pause) {
        List<Fault> such = Arrays.stream(Fault.values())
                .filter(fault -> fault.isPause() == pause)
                .toList();
        return such.get(random.nextInt(such.size()));
    }

    /**
     * The load is on the Government's server, which asks its own nodes first. So it is they that fail; of the orderers the one that
     * leads; and with all of an organisation gone, another's.
     */
    @ParameterizedTest
    @MethodSource("faults")
    void actsGoOnAndNothingAcknowledgedIsLostAndTheNodeCatchesUp(Fault fault) throws Exception {
        assertThat(caughtUp()).as("before anything happens, at %s", heights()).isTrue();
        SteadyLoad load = SteadyLoad.on(
                network.server("GovernmentMSP"), "province", fault.name().toLowerCase(java.util.Locale.ROOT));
        try {
            load.run(BEFORE);
            String victim = victimOf(fault);
            happen(fault, victim);
            load.run(MEANWHILE);
            end(fault, victim);
            load.run(AFTER);
        } finally {
            load.stop();
        }
        if (fault == Fault.ORGANISATION_GONE) {
            network.run("servers", "--season");
        }

        System.out.printf(
                "%s: %d acts acknowledged, longest silence %.1f s, %d tries failed%n",
                fault, load.acknowledged().size(), load.longestSilence().toMillis() / 1000.0, load.failures());
        assertThat(load.acknowledged()).hasSizeGreaterThan(100);
        assertThat(load.longestSilence()).isLessThan(LONGEST_SILENCE);
        assertThat(caughtUp()).as("peers and orderers at %s", heights()).isTrue();
        ServerClient province = ServerClient.signIn(network.server("GovernmentMSP"), "province");
        assertThat(load.acknowledged())
                .allMatch(act -> province.get("/api/v1/acts/" + act).isGood());
    }

    private String victimOf(Fault fault) throws InterruptedException {
        return switch (fault) {
            case ORDERER_KILLED, ORDERER_PAUSED -> network.leader();
            case ORGANISATION_GONE -> "PlatformMSP";
            default -> "GovernmentMSP";
        };
    }

    private void happen(Fault fault, String victim) throws IOException, InterruptedException {
        if (fault == Fault.ORGANISATION_GONE) {
            for (String kind : List.of("watch", "server", "chaincode", "peer", "orderer")) {
                ProcessHandle process = network.node(victim, kind);
                process.destroyForcibly();
                process.onExit().join();
            }
        } else if (fault.isPause()) {
            signal("-STOP", network.node(victim, fault.node()));
        } else {
            network.node(victim, fault.node()).destroyForcibly();
        }
    }

    private void end(Fault fault, String victim) throws IOException, InterruptedException {
        if (fault.isPause()) {
            signal("-CONT", network.node(victim, fault.node()));
        } else if (fault == Fault.ORGANISATION_GONE) {
            keepOnlyKeys(network.folder(victim));
            network.run("up", "--deploy");
        } else {
            network.run("up");
        }
    }

    private static void keepOnlyKeys(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : inside.toList()) {
                if (!path.getFileName().toString().equals("identities")) {
                    RealNetwork.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String signal, ProcessHandle process) throws IOException, InterruptedException {
        int done = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(done).isZero();
    }

    /** Every peer and orderer has the same blocks, and so the same transactions: each block carries the hash of the one before. */
    private boolean caughtUp() throws InterruptedException {
        Instant end = Instant.now().plus(CATCHES_UP);
        while (Instant.now().isBefore(end)) {
            List<String> heights = heights();
            if (heights.size() == 2 * RealNetwork.ORGANISATIONS.size()
                    && heights.stream().distinct().count() == 1) {
                return true;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return false;
    }

    private List<String> heights() {
        return network.run("status")
                .lines()
                .map(NODE::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(3))
                .toList();
    }
}
