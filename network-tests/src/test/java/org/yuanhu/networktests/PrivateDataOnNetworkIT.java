package org.yuanhu.networktests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.clientapi.story.Traces;
import org.yuanhu.networktests.ServerClient.Answer;

/**
 * Enrols a household on four real organisations and looks for the person at each: the private collection is of two of them, and nothing of
 * it may come to the other two, nor into a block or a log of anyone.
 */
@EnabledIf(value = "org.yuanhu.networktests.RealNetwork#isWanted", disabledReason = RealNetwork.NOT_WANTED)
@ExtendWith(OneNetwork.class)
@Order(Order.DEFAULT + 1)
class PrivateDataOnNetworkIT {
    private static final List<String> MEMBERS = List.of("GovernmentMSP", "CooperativeMSP");
    private static final List<String> OTHERS = List.of("PlatformMSP", "AuditorMSP");
    private static final Path PRIVATE_STORE = Path.of("peer", "data", "ledgersData", "pvtdataStore");
    /** How the season's 138 names begin. */
    private static final String OF_THE_SEASON = "样例户主";

    private static final int TRIES = 60;

    private final RealNetwork network;

    PrivateDataOnNetworkIT(RealNetwork network) {
        this.network = network;
    }

    @Test
    void noPrivateByteReachesAnotherOrganisationsFilesLogsOrProcessesNorAnyBlock() throws IOException {
        Map<String, String> person = Map.of(
                "name", "样例甲戊己庚", "idNumber", "000000197705061234", "phone", "10033344455", "displayName", "示例·甲戊家");
        List<String> values = List.copyOf(person.values());
        Answer enrolled =
                enrol(ServerClient.signIn(network.server("GovernmentMSP"), "county-a"), "private-on-network", person);
        assertThat(enrolled.status()).as(enrolled.toString()).isEqualTo(201);

        List<String> all = new ArrayList<>(values);
        all.add(OF_THE_SEASON);
        for (String member : MEMBERS) {
            Path folder = network.folder(member);
            assertThat(traces(folder.resolve(PRIVATE_STORE), all)).contains("样例甲戊己庚 in UTF-8", "样例户主 in UTF-8");
            assertThat(traces(folder.resolve(Path.of("peer", "data", "ledgersData", "chains")), all))
                    .isEmpty();
            assertThat(traces(folder.resolve("orderer"), all)).isEmpty();
            assertThat(traces(folder.resolve("logs"), all)).isEmpty();
            assertThat(traces(folder.resolve("server"), all)).isEmpty();
        }
        for (String other : OTHERS) {
            assertThat(traces(network.folder(other), all)).as(other).isEmpty();
        }
        lookIntoMemory(Traces.asText(values));
    }

    /** Whoever is asked instead of a member's peer would be told what it may not know. */
    @Test
    void withBothMembersPeersDownNothingPrivateIsSentToAnybodyAndThatIsSaid() throws Exception {
        Map<String, String> person = Map.of(
                "name", "样例丙丁寅卯", "idNumber", "000000197805061236", "phone", "10044455566", "displayName", "示例·丙丁家");
        ServerClient county = ServerClient.signIn(network.server("GovernmentMSP"), "county-a");
        ServerClient clerk = ServerClient.signIn(network.server("CooperativeMSP"), "clerk-1");
        List<ProcessHandle> down =
                MEMBERS.stream().map(member -> network.node(member, "peer")).toList();
        down.forEach(ProcessHandle::destroyForcibly);
        down.forEach(peer -> peer.onExit().join());
        Answer enrolled;
        try {
            enrolled = enrol(county, "private-and-nobody-there", person);
            Answer disclosed = clerk.get("/api/v1/households/caaee9604fe8c366/fields/displayName");

            List<String> values = List.copyOf(person.values());
            for (String other : OTHERS) {
                assertThat(traces(network.folder(other), values)).as(other).isEmpty();
                if (ProcessMemory.isReadable(network.node(other, "peer"))) {
                    for (String kind : List.of("peer", "chaincode", "orderer", "server")) {
                        assertThat(ProcessMemory.of(network.node(other, kind), Traces.asText(values)))
                                .as("in the %s of %s", kind, other)
                                .isEmpty();
                    }
                }
            }
            assertThat(enrolled.status()).as(enrolled.toString()).isEqualTo(503);
            assertThat(enrolled.json().path("rule").asString("")).isEqualTo("LG-10");
            assertThat(enrolled.text()).contains("GovernmentMSP, CooperativeMSP");
            assertThat(disclosed.json().path("rule").asString("")).isEqualTo("LG-10");
        } finally {
            network.run("up");
        }
        for (int attempt = 0; !enrolled.isGood() && attempt < TRIES; attempt++) {
            TimeUnit.SECONDS.sleep(1);
            enrolled = enrol(county, "private-and-nobody-there", person);
        }
        assertThat(enrolled.isGood()).as(enrolled.toString()).isTrue();
    }

    private static Answer enrol(ServerClient county, String id, Map<String, String> person) {
        return county.post(
                "/api/v1/households",
                Map.of(
                        "id",
                        id,
                        "county",
                        "520527",
                        "categories",
                        List.of(Map.of("category", "lifted", "from", "2020-12-31")),
                        "person",
                        person));
    }

    /** The search has to find it where it is, or it says nothing of where it is not. */
    private void lookIntoMemory(Traces traces) throws IOException {
        boolean readable = ProcessMemory.isReadable(network.node("CooperativeMSP", "peer"));
        assumeTrue(
                readable || "true".equals(System.getenv("CI")),
                "This machine does not let us read another process's memory: only files and logs were searched");
        for (String kind : List.of("peer", "chaincode")) {
            assertThat(ProcessMemory.of(network.node("CooperativeMSP", kind), traces))
                    .as("in the cooperatives' own %s", kind)
                    .isNotEmpty();
            for (String other : OTHERS) {
                assertThat(ProcessMemory.of(network.node(other, kind), traces))
                        .as("in the %s of %s", kind, other)
                        .isEmpty();
            }
        }
        for (String organisation : RealNetwork.ORGANISATIONS) {
            assertThat(ProcessMemory.of(network.node(organisation, "orderer"), traces))
                    .as("in the orderer of %s", organisation)
                    .isEmpty();
        }
    }

    private static Set<String> traces(Path folder, List<String> values) throws IOException {
        Traces traces = new Traces(values);
        Set<String> found = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(traces.in(bytesOf(file)));
            }
        }
        return found;
    }

    /** Empty if the database it belongs to has replaced it meanwhile. */
    private static byte[] bytesOf(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException replaced) {
            return new byte[0];
        }
    }
}
