package org.yuanhu.networktests.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.FreePorts;
import org.yuanhu.consortium.enrolment.IssuerClient;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.networkconfig.channel.FabricAdmin;
import org.yuanhu.networkconfig.deployment.ChaincodeCode;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.network.Network;
import org.yuanhu.networkconfig.node.NodeProcess;
import org.yuanhu.networkconfig.node.NodeStatus;
import org.yuanhu.networkconfig.servers.Servers;

/**
 * A network of real Fabric processes, from nothing to destroyed; the tests follow one another on it. It comes before the network that the
 * other suites share.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf(
        value = "org.yuanhu.networktests.nodes.RealFabric#isWanted",
        disabledReason = "Fabric's programs are not on this machine and Go, which builds them, is not on the PATH")
class FabricNetworkIT {
    /** Acts go one after another: nobody gains by waiting for more to put into a block. */
    private static final Duration SOON = Duration.ofMillis(25);

    private static final String PRIVATE_VALUE = "planted-private-value-7c1f";

    @TempDir
    static Path folder;

    private static FabricTools tools;
    private static NetworkFolder networkFolder;
    private static Network network;
    private static String yaml;

    @BeforeAll
    static void bringUp() throws IOException {
        tools = RealFabric.tools();
        yaml = FreePorts.demoYaml();
        Path file = folder.resolve("consortium.yaml");
        Files.writeString(file, yaml);
        networkFolder = new NetworkFolder(folder.resolve("network"), Consortium.read(file));
        network = new Network(networkFolder, System.out::println, SOON);
        network.up(tools, yaml);
        network.deploy(tools, putGet());
    }

    @AfterAll
    static void leaveNothingRunning() {
        if (network != null) {
            network.down();
        }
    }

    @Test
    @Order(1)
    void aWriteByOneOrganisationsClientIsReadTheSameFromEveryPeer() throws Exception {
        try (TestClient clerk = client("CooperativeMSP", clerk("clerk-1"))) {
            clerk.submit("put", "walnuts", "1250000 g");
        }

        for (OrganisationFolder organisation : networkFolder.organisations()) {
            try (TestClient reader = client(organisation.msp().value(), clerk("reader-" + port(organisation)))) {
                assertThat(eventually(() -> reader.evaluateOwnPeer("get", "walnuts"), "1250000 g"))
                        .isEqualTo("1250000 g");
            }
        }
    }

    @Test
    @Order(2)
    void everyNodeRunsAndHasTheSameBlocks() {
        List<NodeStatus> nodes = network.status();

        assertThat(nodes).hasSize(20).allMatch(node -> node.process().isPresent());
        assertThat(nodes.stream().filter(node -> node.kind() == NodeKind.ORDERER))
                .allMatch(node -> node.view().matches("\\d+/[1-4]"));
        assertThat(nodes.stream().filter(node -> node.kind() == NodeKind.PEER))
                .allMatch(node -> node.height().orElse(0) > 1);
    }

    @Test
    @Order(3)
    void noPrivateKeyOfAnOrganisationIsInAnothersFolderOrInTheExchange() throws IOException {
        for (OrganisationFolder owner : networkFolder.organisations()) {
            List<String> keys = FolderContents.privateKeys(owner.root());
            assertThat(keys).hasSizeGreaterThan(5);
            for (OrganisationFolder other : networkFolder.organisations()) {
                if (!other.equals(owner)) {
                    assertThat(FolderContents.privateKeys(other.root())).doesNotContainAnyElementsOf(keys);
                }
            }
        }
        assertThat(FolderContents.privateKeys(networkFolder.exchange())).isEmpty();
    }

    @Test
    @Order(3)
    void everyOrganisationMadeTheSameTrustFileOfTheChannelsFirstBlock() throws IOException {
        OrganisationFolder government = organisation("GovernmentMSP");
        Path second = folder.resolve("second.block");
        new FabricAdmin(tools, government, "yuanhu")
                .peer("channel", "fetch", "1", second.toString(), "-c", "yuanhu")
                .run();
        byte[] firstsHash = Block.parseFrom(Files.readAllBytes(second))
                .getHeader()
                .getPreviousHash()
                .toByteArray();

        for (OrganisationFolder organisation : networkFolder.organisations()) {
            assertThat(Files.readString(organisation.trustFile()))
                    .isEqualTo(Files.readString(government.trustFile()))
                    .contains("\"genesis\":\"" + HexFormat.of().formatHex(firstsHash) + "\"");
        }
    }

    @Test
    @Order(3)
    void everyOrganisationHasReceivedTheKeysOfTheOthersResolvers() throws IOException {
        for (OrganisationFolder receiver : networkFolder.organisations()) {
            for (OrganisationFolder owner : networkFolder.organisations()) {
                Path own = owner.identities().resolve("organisations/" + owner.msp() + "/resolver");
                assertThat(own.resolve("key.pem")).exists();
                assertThat(Files.readString(receiver.bundles().resolve(owner.msp() + "/resolver.pem")))
                        .isEqualTo(Files.readString(own.resolve("public.pem")));
            }
        }
    }

    @Test
    @Order(3)
    void noOtherUserOfTheHostCanReadAnythingOfAnOrganisation() throws IOException {
        for (OrganisationFolder organisation : networkFolder.organisations()) {
            Closed.assertFolder(organisation);
        }
    }

    @Test
    @Order(3)
    void theOrderersAdministrationAndTheChaincodeTakeNoCertificateOfTheNodesAuthority() throws Exception {
        Closed.assertDoors(organisation("PlatformMSP"), folder.resolve("shown"));
    }

    @Test
    @Order(3)
    void aCertificateOfTheIssuerIsTakenByEveryPeer() throws Exception {
        OrganisationFolder cooperatives = organisation("CooperativeMSP");
        IssuerClient issuer =
                new IssuerClient(cooperatives.issuerSocket(), networkFolder.consortium(), cooperatives.msp());
        UserIdentity first =
                issuer.enrol(UserRequest.of("clerk", "clerk-9", Map.of("yuanhu.cooperative", "93115986CRUTYWYPGK")));

        for (UserIdentity each : List.of(first, issuer.renew(first))) {
            try (TestClient clerk = client("CooperativeMSP", each)) {
                clerk.submit("put", "issued", "by another process");
            }
        }
    }

    @Test
    @Order(3)
    void statusShowsTheCertificateThatIsInUse() {
        NodeStatus orderer = network.status().stream()
                .filter(node -> node.kind() == NodeKind.ORDERER)
                .findFirst()
                .orElseThrow();
        Path own = organisation(orderer.msp().value()).node(NodeKind.ORDERER);

        assertThat(orderer.certificate().orElseThrow())
                .isIn(
                        Pem.certificate(DurableFile.read(own.resolve("tls/cert.pem"))),
                        Pem.certificate(DurableFile.read(own.resolve("msp/signcerts/cert.pem"))));
    }

    @Test
    @Order(4)
    void privateDataReachesItsMembersOnly() throws Exception {
        try (TestClient clerk = client("CooperativeMSP", clerk("clerk-2"))) {
            clerk.submitPrivate("putPrivate", "person-1", PRIVATE_VALUE, "GovernmentMSP", "CooperativeMSP");
        }

        assertThat(eventually(
                        () -> String.valueOf(FolderContents.hold(
                                PRIVATE_VALUE, organisation("GovernmentMSP").root())),
                        "true"))
                .isEqualTo("true");
        assertThat(FolderContents.hold(
                        PRIVATE_VALUE, organisation("CooperativeMSP").root()))
                .isTrue();
        assertThat(FolderContents.hold(
                        PRIVATE_VALUE, organisation("PlatformMSP").root()))
                .isFalse();
        assertThat(FolderContents.hold(PRIVATE_VALUE, organisation("AuditorMSP").root()))
                .isFalse();
    }

    @Test
    @Order(5)
    void privateDataNeedsTheEndorsementOfEveryMember() {
        assertThatThrownBy(() -> {
                    try (TestClient clerk = client("CooperativeMSP", clerk("clerk-3"))) {
                        clerk.submitPrivate("putPrivate", "person-2", PRIVATE_VALUE, "CooperativeMSP");
                    }
                })
                .isInstanceOf(CommitException.class)
                .hasMessageContaining("ENDORSEMENT_POLICY_FAILURE");
    }

    @Test
    @Order(6)
    void aRevokedCertificateIsRefusedByEveryOrganisationWithinAMinute() throws Exception {
        UserIdentity leaver = clerk("clerk-4");
        try (TestClient client = client("CooperativeMSP", leaver)) {
            client.submit("put", "before", "allowed");
        }
        Identities identities = identitiesOf("CooperativeMSP");
        identities.revoke(leaver.certificate().getSerialNumber());
        Instant start = Instant.now();

        network.publishRevocations(tools);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(1));
        for (OrganisationFolder organisation : networkFolder.organisations()) {
            try (TestClient client = client(organisation.msp().value(), leaver)) {
                assertThatThrownBy(() -> client.evaluateOwnPeer("get", "before"))
                        .hasStackTraceContaining("access denied");
            }
        }
    }

    @Test
    @Order(6)
    void deployingTheSameCodeAgainChangesNothing() {
        long before = height();

        network.deploy(tools, putGet());

        assertThat(height()).isEqualTo(before);
    }

    @Test
    @Order(7)
    void endorsementGoesOnWhileAChangedJarTakesTheOldOnesPlace() throws Exception {
        long before = height();
        try (Endorsing endorsing = Endorsing.start(networkFolder, clerk("clerk-8"))) {
            network.deploy(tools, putGet("changed"));
            endorsing.awaitMore();
            System.out.println("during the upgrade: " + endorsing);

            assertThat(endorsing.failures()).isEmpty();
        }

        assertThat(height()).isGreaterThan(before);
        try (TestClient clerk = client("CooperativeMSP", clerk("clerk-8"))) {
            assertThat(clerk.evaluateOwnPeer("get", "walnuts")).isEqualTo("1250000 g");
            clerk.submit("put", "upgraded", "by all four");
        }
        for (OrganisationFolder organisation : networkFolder.organisations()) {
            assertThat(new NodeProcess(organisation, NodeKind.CHAINCODE).running())
                    .isPresent();
            assertThat(organisation.pidFile("chaincode-" + putGet("changed").version()))
                    .doesNotExist();
            assertThat(organisation.node(NodeKind.CHAINCODE).resolve(putGet().version()))
                    .doesNotExist();
        }
    }

    @Test
    @Order(8)
    void aChangedPolicyIsTheChannelsNextDefinitionOfTheSameCode() throws IOException {
        Path file = folder.resolve("all-four.yaml");
        Files.writeString(file, yaml.replace("  organisations: 3\n", "  organisations: 4\n"));
        Network allFour =
                new Network(new NetworkFolder(networkFolder.root(), Consortium.read(file)), System.out::println);
        String before = committed();

        allFour.deploy(tools, putGet("changed"));

        assertThat(committed()).isNotEqualTo(before).contains("Sequence: 3,");
        long height = height();
        allFour.deploy(tools, putGet("changed"));
        assertThat(height()).isEqualTo(height);
        network.deploy(tools, putGet("changed"));
        assertThat(committed()).contains("Sequence: 4,");
    }

    @Test
    @Order(10)
    void everyOrganisationsServerRunsInItsFolderAndIsANodeFromThenOn() {
        Servers servers = new Servers(
                networkFolder, Map.of("YUANHU_LABELS_ORIGIN", "https://labels.example"), System.out::println);
        Path jar = WellServer.jar(folder.resolve("server.jar"));

        assertThat(servers.start(jar, false))
                .hasSize(4)
                .allSatisfy(
                        (msp, address) -> assertThat(address.getPort()).isEqualTo(port(organisation(msp.value())) + 7));

        for (NodeProcess node : serverNodes()) {
            assertThat(node.logTail(1))
                    .singleElement()
                    .asString()
                    .contains(
                            "--spring.profiles.active=fabric ",
                            "--yuanhu.organisation=" + node.msp() + " ",
                            "--yuanhu.organisation-folder=" + node.folder().root());
        }
        List<Long> before = processes(serverNodes());
        servers.start(jar, false);
        assertThat(processes(serverNodes())).isEqualTo(before);
    }

    @Test
    @Order(11)
    void downLeavesNothingRunningAndUpKeepsEverything() throws Exception {
        List<ProcessHandle> processes = network.nodes().stream()
                .flatMap(node -> node.running().stream())
                .toList();
        assertThat(processes).hasSize(24);

        network.down();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        network.up(tools, yaml);
        assertThat(processes(serverNodes())).isEmpty();
        try (TestClient clerk = client("CooperativeMSP", clerk("clerk-5"))) {
            assertThat(clerk.evaluateOwnPeer("get", "walnuts")).isEqualTo("1250000 g");
            clerk.submit("put", "after", "restart");
        }
    }

    @Test
    @Order(12)
    void actsGoOnWithOneOrganisationGoneAndAFailureNamesItsNode() throws Exception {
        for (NodeProcess node : network.nodes()) {
            if (node.msp().value().equals("AuditorMSP")) {
                node.running().ifPresent(ProcessHandle::destroyForcibly);
            }
        }

        try (TestClient clerk = client("CooperativeMSP", clerk("clerk-6"))) {
            clerk.submitRetrying("put", "walnuts", "1300000 g", Duration.ofMinutes(1));
        }

        network.up(tools, yaml);
        try (TestClient auditor = client("AuditorMSP", clerk("clerk-7"))) {
            assertThat(eventually(() -> auditor.evaluateOwnPeer("get", "walnuts"), "1300000 g"))
                    .isEqualTo("1300000 g");
        }
    }

    @Test
    @Order(13)
    void destroyLeavesNeitherProcessNorKey() throws IOException {
        network.destroy();

        assertThat(network.nodes()).allMatch(node -> node.running().isEmpty());
        assertThat(FolderContents.privateKeys(networkFolder.root())).isEmpty();
    }

    private static String committed() {
        return new FabricAdmin(tools, organisation("GovernmentMSP"), "yuanhu")
                .peer("lifecycle", "chaincode", "querycommitted", "-C", "yuanhu", "-n", "yuanhu")
                .run();
    }

    private static List<NodeProcess> serverNodes() {
        return network.nodes().stream()
                .filter(node -> node.kind() == NodeKind.SERVER)
                .toList();
    }

    private static List<Long> processes(List<NodeProcess> nodes) {
        return nodes.stream()
                .flatMap(node -> node.running().stream())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static UserIdentity clerk(String name) {
        return identitiesOf("CooperativeMSP")
                .issueUser(UserRequest.of("clerk", name, Map.of("yuanhu.cooperative", "93115986CRUTYWYPGK")));
    }

    private static Identities identitiesOf(String msp) {
        return Identities.open(organisation(msp).identities(), networkFolder.consortium());
    }

    private static OrganisationFolder organisation(String msp) {
        return networkFolder.organisations().stream()
                .filter(organisation -> organisation.msp().value().equals(msp))
                .findFirst()
                .orElseThrow();
    }

    private static TestClient client(String peerOf, UserIdentity user) {
        return new TestClient(organisation(peerOf), networkFolder.consortium(), user);
    }

    private static int port(OrganisationFolder organisation) {
        return organisation.organisation().address().firstPort();
    }

    private static long height() {
        return network.status().stream()
                .filter(node -> node.kind() == NodeKind.PEER)
                .mapToLong(node -> node.height().orElse(0))
                .max()
                .orElseThrow();
    }

    private static String eventually(Supplier<String> answer, String wanted) {
        Instant end = Instant.now().plusSeconds(30);
        String last = answer.get();
        while (!last.equals(wanted) && Instant.now().isBefore(end)) {
            NodeProcess.pause();
            last = answer.get();
        }
        return last;
    }

    private static ChaincodeCode putGet() {
        return PutGetJar.code(folder, "first");
    }

    /** The same under another digest. */
    private static ChaincodeCode putGet(String version) {
        return PutGetJar.code(folder, version);
    }
}
