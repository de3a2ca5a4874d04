package org.yuanhu.networkconfig.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.networkconfig.channel.GenesisBlock;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.CertificatesInUse;

/** What is rendered from fixed public bundles, with no key on this machine at all. */
class RenderingTest {
    private static final Path BUNDLES = Path.of("../consortium/src/test/resources/bundles");

    @TempDir
    Path folder;

    private OrganisationFolder platform;

    @BeforeEach
    void renderOneOrganisation() throws IOException {
        NetworkFolder network = new NetworkFolder(folder, consortium());
        platform = network.organisations().get(2);
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = platform.bundles().resolve(BUNDLES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        new HostRenderer(platform, network.consortium()).render();
    }

    @Test
    void anOrganisationsFolderLiesUnderItsHost() {
        assertThat(platform.root()).isEqualTo(folder.resolve("hosts/platform.yuanhu.example/PlatformMSP"));
    }

    @Test
    void renderingNeedsAndWritesNoPrivateKey() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(10)
                    .noneMatch(file -> DurableFile.read(file).contains("PRIVATE KEY"))
                    .noneMatch(file -> DurableFile.read(file).contains("{{"));
        }
    }

    @Test
    void thePeerRefusesExpiredCertificatesAndTimesFiveMinutesOff() {
        Map<String, Object> peer = section(platform.root().resolve("peer/core.yaml"), "peer");

        assertThat(section(peer, "authentication")).containsEntry("timewindow", "5m");
        assertThat(section(peer, "handlers").get("authFilters"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting(filter -> (Object) ((Map<?, ?>) filter).get("name"))
                .containsExactly("DefaultAuth", "ExpirationCheck", "TimeWindowCheck");
        assertThat(section(peer, "tls")).containsEntry("enabled", true);
        assertThat(peer).containsEntry("address", "platform.yuanhu.example:7103");
        assertThat(peer).containsEntry("listenAddress", "0.0.0.0:7103");
    }

    @Test
    void theOrderersAdministrationListensHereAndTakesOnlyItsOwnAuthoritysCertificates() {
        Path file = platform.root().resolve("orderer/orderer.yaml");

        assertThat(section(section(file, "Admin"), "TLS"))
                .containsEntry("ClientAuthRequired", true)
                .containsEntry("Certificate", "tls-admin/cert.pem")
                .containsEntry("ClientRootCAs", List.of("tls-admin/ca.pem"));
        assertThat(section(file, "Admin")).containsEntry("ListenAddress", "127.0.0.1:7101");
        assertThat(section(file, "General")).containsEntry("BootstrapMethod", "none");
    }

    /** What a peer does by itself must be over before our server asks elsewhere, and pings must not be refused. */
    @Test
    void aProcessThatHangsIsGivenUpWithinSecondsByPeersThatAreAllowedToPing() {
        Map<String, Object> peer = section(platform.root().resolve("peer/core.yaml"), "peer");
        Map<String, Object> orderer = section(platform.root().resolve("orderer/orderer.yaml"), "General");

        assertThat(section(peer, "gateway")).containsEntry("endorsementTimeout", "3s");
        assertThat(section(peer, "deliveryclient")).containsEntry("blockCensorshipTimeoutKey", "3s");
        assertThat(section(peer, "gossip")).containsEntry("aliveExpirationTimeout", "6s");
        assertThat(section(peer, "keepalive")).containsEntry("minInterval", "5s");
        assertThat(section(orderer, "Keepalive")).containsEntry("ServerMinInterval", "5s");
    }

    @Test
    void configurationNamesNoFolderOfThisMachine() {
        for (String file : List.of("peer/core.yaml", "orderer/orderer.yaml", "systemd/yuanhu-peer.service")) {
            assertThat(DurableFile.read(platform.root().resolve(file))).doesNotContain(folder.toString());
        }
    }

    @Test
    void everyUnitRunsAsAUserOfItsOwnWithoutNewPrivileges() {
        for (NodeKind kind : NodeKind.values()) {
            assertThat(unit(kind))
                    .contains(
                            "UMask=0077",
                            "User=yuanhu",
                            "NoNewPrivileges=true",
                            "ProtectSystem=strict",
                            "Restart=on-failure")
                    .contains("WorkingDirectory=/srv/yuanhu/PlatformMSP/" + kind.text());
        }
    }

    @Test
    void theServersUnitStartsItOnItsOwnPortWithTheOrganisationsFolder() {
        assertThat(DurableFile.read(platform.root().resolve("systemd/yuanhu-server.service")))
                .contains("EnvironmentFile=/srv/yuanhu/PlatformMSP/server.environment")
                .contains("--yuanhu.organisation=PlatformMSP --yuanhu.organisation-folder=/srv/yuanhu/PlatformMSP")
                .contains(" -jar /usr/local/lib/yuanhu/server/server.jar ")
                .contains("--spring.profiles.active=fabric ", "--server.port=7107")
                .contains("ReadWritePaths=/srv/yuanhu/PlatformMSP/server\n");
    }

    @Test
    void onlyTheIssuersUnitSeesARolesAuthorityAndNoUnitSeesTheRootsKey() {
        String own = "InaccessiblePaths=-/srv/yuanhu/PlatformMSP/identities/organisations/PlatformMSP/";
        assertThat(unit(NodeKind.ISSUER))
                .contains(own + "root/key.pem\n", own + "ca-nodes/key.pem\n", own + "trust/key.pem\n")
                .doesNotContain("ca-platform-operator")
                .contains("org.yuanhu.networkconfig.issuer.IssuerProcess /srv/yuanhu/PlatformMSP\n");
        for (NodeKind kind : NodeKind.values()) {
            if (kind != NodeKind.ISSUER) {
                assertThat(unit(kind))
                        .contains(own + "root\n", own + "ca-nodes\n", own + "ca-platform-operator\n", own + "trust\n");
            }
        }
    }

    @Test
    void theOrganisationsFolderAndItsNodesAreClosedToOthers() throws IOException {
        for (String each : List.of("", "orderer", "peer", "chaincode", "issuer", "watch")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(platform.root().resolve(each))))
                    .as(each)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void nodesKeepTheirKeysUntilTheirEndAndBeyondAndWhenTheyAreRevoked() {
        Instant start = Instant.parse("2026-11-25T08:00:00Z");
        OwnKeys keys = new OwnKeys(platform, consortium(), InstantSource.fixed(start));
        keys.handOut(folder.resolve("exchange"));
        keys.install();
        List<String> files = List.of(
                "orderer/msp/keystore/key.pem",
                "orderer/msp/signcerts/cert.pem",
                "orderer/tls/key.pem",
                "orderer/tls/cert.pem",
                "peer/msp/keystore/key.pem",
                "peer/tls/key.pem");
        List<String> before = files.stream()
                .map(platform.root()::resolve)
                .map(DurableFile::read)
                .toList();
        keys.identities().revoke(Pem.certificate(before.get(1)).getSerialNumber());

        for (int day : List.of(1, 671, 729, 731)) {
            OwnKeys later = new OwnKeys(platform, consortium(), InstantSource.fixed(start.plus(Duration.ofDays(day))));
            later.handOut(folder.resolve("exchange"));
            later.install();
            assertThat(files.stream().map(platform.root()::resolve).map(DurableFile::read))
                    .containsExactlyElementsOf(before);
        }
        assertThat(CertificatesInUse.warnings(platform, start.plus(Duration.ofDays(600))))
                .isEmpty();
        assertThat(CertificatesInUse.warnings(platform, start.plus(Duration.ofDays(680))))
                .hasSize(2)
                .allMatch(line -> line.contains("ends in ") && line.contains("its key is kept as it is"));
        assertThat(CertificatesInUse.warnings(platform, start.plus(Duration.ofDays(731))))
                .allMatch(line -> line.contains(" ended on 2028-11-25"));
    }

    @Test
    void administrationAndChaincodeHaveAuthoritiesThatNobodyElseHasACertificateOf() throws Exception {
        OwnKeys keys = new OwnKeys(platform, consortium());
        keys.install();

        for (String at : List.of("orderer/tls-admin", "admin/tls", "chaincode/tls", "peer/tls-chaincode")) {
            var authorities = Pem.certificates(DurableFile.read(platform.root().resolve(at + "/ca.pem")));
            assertThat(authorities)
                    .singleElement()
                    .satisfies(authority -> assertThat(
                                    keys.identities().msp(platform.msp()).intermediates())
                            .doesNotContain(authority));
            Pem.certificate(DurableFile.read(platform.root().resolve(at + "/cert.pem")))
                    .verify(authorities.get(0).getPublicKey());
        }
        assertThat(DurableFile.read(platform.root().resolve("admin/tls/ca.pem")))
                .isNotEqualTo(DurableFile.read(platform.root().resolve("chaincode/tls/ca.pem")));
    }

    @Test
    void theChannelIsOrderedByAllAndEndorsedByThreeOfFour() {
        String configtx = GenesisBlock.configtx(consortium(), Duration.ofMillis(25));
        Map<String, Object> profile = section(section(yaml(configtx), "Profiles"), "Channel");
        Map<String, Object> orderer = section(profile, "Orderer");

        assertThat(orderer).containsEntry("OrdererType", "BFT");
        assertThat(section(orderer, "SmartBFT")).containsEntry("RequestBatchMaxInterval", "25ms");
        assertThat((List<?>) orderer.get("ConsenterMapping")).hasSize(4);
        assertThat(section(section(section(profile, "Application"), "Policies"), "LifecycleEndorsement"))
                .containsEntry(
                        "Rule",
                        "OutOf(3,'GovernmentMSP.peer','CooperativeMSP.peer','PlatformMSP.peer','AuditorMSP.peer')");
    }

    @Test
    void theConnectionProfileNamesEveryPeerWithItsAuthorities() {
        Map<String, Object> profile = yaml(DurableFile.read(platform.root().resolve("connection-profile.json")));

        assertThat(section(profile, "client")).containsEntry("organization", "PlatformMSP");
        assertThat(section(section(profile, "peers"), "peer0.AuditorMSP"))
                .containsEntry("url", "grpcs://localhost:7133");
    }

    @Test
    void aBundleWithAnotherOrganisationsAuthorityIsRefused() throws IOException {
        Files.copy(
                platform.bundles().resolve("AuditorMSP/ca-nodes.pem"),
                platform.bundles().resolve("GovernmentMSP/ca-nodes.pem"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> new HostRenderer(platform, consortium()).render())
                .hasMessageContaining("GovernmentMSP/ca-nodes.pem: not signed by the authority above it");
    }

    private String unit(NodeKind kind) {
        String name = kind == NodeKind.CHAINCODE ? "chaincode@" : kind.text();
        return DurableFile.read(platform.root().resolve("systemd/yuanhu-" + name + ".service"));
    }

    private Consortium consortium() {
        Path file = folder.resolve("consortium.yaml");
        String demo = Consortium.demoYaml();
        int platformsHost = demo.indexOf("host: localhost", demo.indexOf("msp: PlatformMSP"));
        DurableFile.write(
                file,
                demo.substring(0, platformsHost)
                        + demo.substring(platformsHost)
                                .replaceFirst("host: localhost", "host: platform.yuanhu.example")
                                .replaceFirst("port: 7120", "port: 7100"));
        return Consortium.read(file);
    }

    private static Map<String, Object> section(Path file, String name) {
        return section(yaml(DurableFile.read(file)), name);
    }

    private static Map<String, Object> yaml(String text) {
        return new Yaml().load(text);
    }

    @SuppressWarnings("unchecked") // YAML's mappings have text keys here
    private static Map<String, Object> section(Map<String, Object> from, String name) {
        return Objects.requireNonNull((Map<String, Object>) from.get(name), name);
    }
}
