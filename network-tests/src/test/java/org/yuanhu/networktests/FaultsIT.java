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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuanhu.chaincode.chance.Dice;

/**
 * What may happen to one organisation, each while one client acts, who has nobody to find out before, and while sixteen do. Decided is
 * what happened: who was answered, what is on the ledger, and that all have the same. How long each client waited is printed;
 * {@code benchmarks/run F1} measures it.
 */
@EnabledIf(value = "org.yuanhu.networktests.RealNetwork#isWanted", disabledReason = RealNetwork.NOT_WANTED)
@Order(Order.DEFAULT + 2)
class FaultsIT {
    private static final Duration BEFORE = Duration.ofSeconds(Dice.isLong() ? 15 : 5);
    private static final Duration MEANWHILE = Duration.ofSeconds(Dice.isLong() ? 25 : 20);
    private static final Duration AFTER = Duration.ofSeconds(Dice.isLong() ? 20 : 15);
    private static final int MANY = 16;
    /** Tries of one client that may fail while one organisation's node does: each is answered, and sent again. */
    private static final int FAILURES_OF_A_CLIENT = 10;

    private static final Duration CATCHES_UP = Duration.ofMinutes(2);

    @SuppressWarnings("NullAway.Init") // before all
    private static RealNetwork network;

    @BeforeAll
    static void bringUp() {
        network = RealNetwork.withServers();
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

    /**
     * One that ends processes and one that hangs, by chance, one of them with one client and the other with sixteen; with {@code -Plong}
     * all, or those that {@code -Dyuanhu.faults} names, with one and with sixteen each.
     */
    static Stream<Arguments> faultsAndClients() {
        String wanted = System.getProperty("yuanhu.faults", Dice.isLong() ? "all" : "");
        if (wanted.isEmpty()) {
            Random random = new Random(Dice.seed(FaultsIT.class));
            Fault kill = one(random, false);
            boolean manyAtTheKill = kill == Fault.ORGANISATION_GONE || random.nextBoolean();
            return Stream.of(
                    Arguments.of(kill, manyAtTheKill ? MANY : 1),
                    Arguments.of(one(random, true), manyAtTheKill ? 1 : MANY));
        }
        List<String> names = List.of(wanted.split(","));
        return Arrays.stream(Fault.values())
                .filter(fault -> wanted.equals("all") || names.contains(fault.name()))
                .flatMap(fault -> Stream.of(1, MANY)
                        .filter(clients -> clients == MANY || fault != Fault.ORGANISATION_GONE)
                        .map(clients -> Arguments.of(fault, clients)));
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
    @MethodSource("faultsAndClients")
    void everyClientIsAnsweredAndNothingAcknowledgedIsLostAndTheNodeCatchesUp(Fault fault, int clients)
            throws Exception {
        assertThat(caughtUp())
                .as("before anything happens, at %s", network.blocks())
                .isTrue();
        SteadyLoad load = SteadyLoad.on(
                network.server("GovernmentMSP"),
                "province",
                fault.name().toLowerCase(java.util.Locale.ROOT) + "-" + clients,
                clients);
        List<Integer> before;
        List<Integer> meanwhile;
        try {
            load.run(BEFORE);
            String victim = victimOf(fault);
            before = load.answers();
            happen(fault, victim);
            load.run(MEANWHILE);
            meanwhile = load.answers();
            end(fault, victim);
            load.run(AFTER);
        } finally {
            load.stop();
        }
        if (fault == Fault.ORGANISATION_GONE) {
            network.run("servers"); // as the demonstration it was
        }

        System.out.printf(
                "%s, %d clients: %d acts acknowledged, %d tries failed, longest wait of each %s ms%n",
                fault,
                clients,
                load.acknowledged().size(),
                load.failures(),
                load.longestWaits().stream().map(Duration::toMillis).toList());
        for (int client = 0; client < clients; client++) {
            assertThat(meanwhile.get(client))
                    .as("answers that client %d had before the fault ended", client)
                    .isGreaterThan(before.get(client));
            assertThat(load.answers().get(client))
                    .as("answers that client %d had at last", client)
                    .isGreaterThan(meanwhile.get(client));
        }
        assertThat(load.failures()).isLessThanOrEqualTo(clients * FAILURES_OF_A_CLIENT);
        assertThat(caughtUp()).as("peers and orderers at %s", network.blocks()).isTrue();
        assertThat(network.stateDigests()).as("what the peers' states come to").hasSize(1);
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
            for (String kind : List.of("watch", "server", "issuer", "chaincode", "peer", "orderer")) {
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
            List<String> heights = network.blocks();
            if (heights.size() == 2 * RealNetwork.ORGANISATIONS.size()
                    && heights.stream().distinct().count() == 1) {
                return true;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return false;
    }
}
