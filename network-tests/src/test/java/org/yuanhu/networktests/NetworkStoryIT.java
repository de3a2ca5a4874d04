package org.yuanhu.networktests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuanhu.networktests.ServerClient.Answer;
import tools.jackson.databind.JsonNode;

/** Four organisations, each with its own nodes and its own server, from the README's two lines on. The tests follow one another. */
@EnabledIf(value = "org.yuanhu.networktests.RealNetwork#isWanted", disabledReason = RealNetwork.NOT_WANTED)
@ExtendWith(OneNetwork.class)
@Order(Order.DEFAULT + 1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NetworkStoryIT {
    private static final String GOVERNMENT = "GovernmentMSP";
    private static final String COOPERATIVE = "CooperativeMSP";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final RealNetwork network;

    NetworkStoryIT(RealNetwork network) {
        this.network = network;
    }

    @Test
    @Order(1)
    void theSeasonLoadedThroughFourServersEndsInALabelThatThreeOrganisationsSigned() {
        Answer label = ServerClient.asProgram(label());

        assertThat(label.status()).isEqualTo(200);
        assertThat(label.json().path("ledger").asString("")).isEqualTo("fabric");
        assertThat(label.json().path("verdict").asString("")).isEqualTo("checked");
        assertThat(label.json().path("endorsers").valueStream().map(JsonNode::asString))
                .hasSize(3)
                .contains(GOVERNMENT);
        assertThat(label.json().path("names")).isNotEmpty();
    }

    @Test
    @Order(2)
    void everyServersListsComeToTheSameWhicheverPeerTheyReadFrom() {
        String expected = dashboard(GOVERNMENT, "province");

        assertThat(expected).contains("\"intakeLines\":1275");
        assertThat(eventually(() -> expected.equals(dashboard(COOPERATIVE, "clerk-1"))))
                .isTrue();
        assertThat(eventually(() -> expected.equals(dashboard("PlatformMSP", "platform"))))
                .isTrue();
        assertThat(eventually(() -> expected.equals(dashboard("AuditorMSP", "inspector"))))
                .isTrue();
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource({"CooperativeMSP,province", "CooperativeMSP,platform", "GovernmentMSP,clerk-1", "AuditorMSP,manager-1"})
    void aServerTakesNobodyOfAnotherOrganisation(String server, String stranger) {
        assertThat(ServerClient.tryToSignIn(network.server(server), stranger).status())
                .isEqualTo(401);
    }

    @Test
    @Order(4)
    void withItsOwnPeerGoneAServerGoesOnThroughAnothersAndItsListsGoOnFromWhereTheyWere() {
        ServerClient province = ServerClient.signIn(network.server(GOVERNMENT), "province");
        network.node(GOVERNMENT, "peer").destroyForcibly();

        Answer defined = define(province, "while-gone");

        assertThat(defined.isGood()).as(defined.toString()).isTrue();
        assertThat(eventually(() -> acts(province).contains("while-gone"))).isTrue();
        assertThat(network.log(GOVERNMENT, "server")).contains("The peer of GovernmentMSP is left aside");
        network.run("up");
        assertThat(eventually(() -> network.log(GOVERNMENT, "server")
                                .lines()
                                .filter(line -> line.contains("The peer of GovernmentMSP answers"))
                                .count()
                        >= 2))
                .isTrue();
        assertThat(define(province, "when-back").isGood()).isTrue();
    }

    @Test
    @Order(5)
    void anOrganisationWhoseChaincodeAnswersOtherwiseChangesNothingAndIsNamedAlsoWhenItIsAskedFirst()
            throws IOException {
        ServerClient province = ServerClient.signIn(network.server(GOVERNMENT), "province");
        network.node(GOVERNMENT, "chaincode").destroyForcibly();
        Process altered = startAltered(GOVERNMENT);
        try {
            assertThat(eventually(() -> define(
                                            province, "altered-" + Instant.now().toEpochMilli())
                                    .isGood()
                            && metrics(province).contains("yuanhu_ledger_odd_total{organisation=\"GovernmentMSP\"}")))
                    .isTrue();
            assertThat(network.log(GOVERNMENT, "server")).contains("[GovernmentMSP] answers otherwise than the other");
            Answer defined = define(province, "agreed");
            assertThat(defined.isGood()).as(defined.toString()).isTrue();
        } finally {
            altered.destroyForcibly().onExit().join();
        }
        network.run("up");
        ServerClient clerk = ServerClient.signIn(network.server(COOPERATIVE), "clerk-1");
        assertThat(eventually(() -> clerk.get("/api/v1/acts/agreed").isGood())).isTrue();
        Answer label = ServerClient.asProgram(label());
        assertThat(label.status()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void aServerDoesNotStartOnAnotherLedgerThanItsTrustFileNames() throws Exception {
        Path own = network.folder("AuditorMSP").resolve("trust.json");
        String genesis = new tools.jackson.databind.json.JsonMapper()
                .readTree(Files.readString(own))
                .path("ledger")
                .path("genesis")
                .asString("");
        Path other = Files.createTempFile("trust", ".json");
        Files.writeString(other, Files.readString(own).replace(genesis, "0".repeat(64)));
        Path home = Files.createTempDirectory("yuanhu-home");
        Path said = Files.createTempFile("said", ".txt");
        Process server = java(
                        said,
                        "-Xmx256m",
                        "-jar",
                        jar().toString(),
                        "--spring.profiles.active=demo,fabric",
                        "--yuanhu.organisation=AuditorMSP",
                        "--yuanhu.organisation-folder=" + network.folder("AuditorMSP"),
                        "--yuanhu.home=" + home,
                        "--yuanhu.fabric.trust-file=" + other,
                        "--server.port=0")
                .start();

        boolean ended = server.waitFor(SOON.toSeconds(), TimeUnit.SECONDS);

        server.destroyForcibly();
        assertThat(ended).as(Files.readString(said)).isTrue();
        assertThat(server.exitValue()).isNotZero();
        assertThat(Files.readString(said)).contains("keeps another ledger", genesis);
        RealNetwork.delete(home);
    }

    @Test
    @Order(7)
    void downLeavesNothingRunningAndUpAgainKeepsEverything() {
        List<ProcessHandle> processes = network.processes();
        assertThat(processes).hasSize(24);

        network.run("down");

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        network.run("up");
        network.run("servers"); // as the demonstration it was
        assertThat(ServerClient.asProgram(label()).status()).isEqualTo(200);
        ServerClient province = ServerClient.signIn(network.server(GOVERNMENT), "province");
        assertThat(province.get("/api/v1/acts/agreed").isGood()).isTrue();
        assertThat(dashboard(GOVERNMENT, "province")).contains("\"intakeLines\":1275");
    }

    private String label() {
        return network.said()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("http://") && line.contains("/01/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no label address in:\n" + network.said()));
    }

    private String dashboard(String organisation, String user) {
        return ServerClient.signIn(network.server(organisation), user)
                .get("/api/v1/dashboard")
                .text();
    }

    private static String acts(ServerClient client) {
        return client.get("/api/v1/acts?size=10").text();
    }

    private static String metrics(ServerClient client) {
        return client.get("/actuator/prometheus").text();
    }

    private static Answer define(ServerClient province, String id) {
        return province.post("/api/v1/commodities", Map.of("id", id, "code", id, "name", "示例品类", "unit", "g"));
    }

    private static boolean eventually(BooleanSupplier holds) {
        Instant end = Instant.now().plus(SOON);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(250);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** In the place of the organisation's own: the same folder, settings and port, other code. */
    private Process startAltered(String organisation) throws IOException {
        File folder = network.folder(organisation).resolve("chaincode").toFile();
        String version = Files.readString(folder.toPath().resolve("current")).strip();
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        ProcessBuilder altered = java(
                        folder.toPath().resolve("altered.log"),
                        "-Xmx256m",
                        "-cp",
                        classes + File.pathSeparator + version + "/lib/*",
                        AlteredChaincode.class.getName())
                .directory(folder);
        for (String line : Files.readAllLines(folder.toPath().resolve(version).resolve("environment"))) {
            altered.environment().put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return altered.start();
    }

    private static ProcessBuilder java(Path said, String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("../client-api/target"))) {
            return files.filter(file -> file.getFileName().toString().matches("client-api-[^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
