package org.yuanhu.networkconfig.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.NodeAddress;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.consortium.issuing.LocalAuthority;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeProcess;
import org.yuanhu.networkconfig.node.Tls;

/** A process in the orderer's place, and two ports that tell of blocks what a test wants told. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "what a process was started with is read from /proc")
class OrdererWatchTest {
    private static final Instant DAY = Instant.parse("2026-11-25T00:00:00Z");

    @TempDir
    Path root;

    private final AtomicLong ordererBlocks = new AtomicLong(10);
    private final AtomicLong ordererGauge = new AtomicLong(10);
    private final AtomicLong peerBlocks = new AtomicLong(10);
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private OrganisationFolder folder;
    private WatchMetrics metrics;
    private NodeProcess orderer;
    private OrdererWatch watch;

    @BeforeEach
    void start() throws IOException {
        folder = new OrganisationFolder(root, onFreePorts());
        orderer = new NodeProcess(folder, NodeKind.ORDERER);
        orderer.start(List.of("/bin/sleep", "600"), Map.of("FABRIC_CFG_PATH", "its folder"));
        metrics = new WatchMetrics(folder.msp());
        watch = new OrdererWatch(folder, "yuanhu", metrics, said::add);
    }

    @AfterEach
    void stop() {
        orderer.stop();
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void anOrdererThatStandsStillIsStartedAgainAsItWasStarted() throws Exception {
        long before = orderer.running().orElseThrow().pid();
        peerGoesOnTo(20, 4);
        assertThat(orderer.running().orElseThrow().pid()).isEqualTo(before);
        lookAt(5, 21);

        ProcessHandle after = orderer.running().orElseThrow();
        assertThat(after.pid()).isNotEqualTo(before);
        assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();
        String environment = Files.readString(Path.of("/proc", Long.toString(after.pid()), "environ"));
        assertThat(environment).contains("FABRIC_CFG_PATH=its folder\0");
        while (!after.info().command().orElse("").endsWith("sleep")) {
            Thread.onSpinWait(); // until the shell before it has become it
        }
        assertThat(after.info().arguments().orElseThrow()).containsExactly("600");
        assertThat(said)
                .containsExactly("the orderer of GovernmentMSP stands still at 10 blocks while its peer has 21:"
                        + " it is started again");
        assertThat(metrics.text()).contains("yuanhu_watch_orderer_restarts_total{msp=\"GovernmentMSP\"} 1\n");
    }

    /** Fabric's gauge does not count blocks that an orderer fetched from others; its channel's height does. */
    @Test
    void oneThatCaughtUpWhileItWasQuietIsLeftAlone() {
        long before = orderer.running().orElseThrow().pid();
        ordererGauge.set(10);
        for (int second = 0; second < 120; second++) {
            ordererBlocks.set(30 + second);
            lookAt(second, 30 + second);
        }

        assertThat(orderer.running().orElseThrow().pid()).isEqualTo(before);
        assertThat(said).isEmpty();
    }

    @Test
    void oneWhosePeerStandsStillTooIsLeftAlone() {
        long before = orderer.running().orElseThrow().pid();
        for (int second = 0; second < 60; second++) {
            lookAt(second, 20);
        }

        assertThat(orderer.running().orElseThrow().pid()).isEqualTo(before);
    }

    @Test
    void oneThatComesToNothingByItIsStartedAgainFourTimesInAnHourAndThenLeft() {
        for (int second = 0; second < 3_000; second += 3) {
            lookAt(second, 20 + second);
        }

        assertThat(said.stream().filter(line -> line.endsWith("it is started again")))
                .hasSize(4);
        assertThat(said)
                .last()
                .asString()
                .endsWith("it has been started again too often, and is left for its operator");
        assertThat(said.stream().filter(line -> line.contains("too often"))).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void oneThatDoesNotAnswerIsLeftAlone() {
        long before = orderer.running().orElseThrow().pid();
        servers.forEach(server -> server.stop(0));
        peerGoesOnTo(40, 30);

        assertThat(orderer.running().orElseThrow().pid()).isEqualTo(before);
        assertThat(said).isEmpty();
    }

    @Test
    void whatGoesWrongIsSaidAndDoesNotEndIt() throws IOException {
        Path certificate = root.resolve("admin/tls/cert.pem");
        String kept = Files.readString(certificate);
        Files.writeString(certificate, "cut");
        lookAt(0, 20);
        assertThat(said).singleElement().asString().startsWith("looking failed, and goes on: ");
        assertThat(metrics.text()).contains("yuanhu_watch_failed_looks_total{msp=\"GovernmentMSP\"} 1\n");

        Files.writeString(certificate, kept);
        peerGoesOnTo(30, 6);
        lookAt(7, 31);
        assertThat(said).last().asString().endsWith("it is started again");
    }

    @Test
    void aCertificateThatEndsIsWarnedOfEachDay() throws IOException {
        Identities identities = Identities.create(
                root.resolve("identities"),
                Consortium.demo(),
                List.of(folder.msp()),
                InstantSource.fixed(DAY.minus(Duration.ofDays(680))));
        DurableFile.write(
                root.resolve("orderer/msp/signcerts/cert.pem"),
                identities.keptNode(folder.msp(), NodeOu.ORDERER, "orderer0").certificatePem());

        for (int hour = 0; hour < 30; hour++) {
            watch.lookSafely(Duration.ofHours(hour), DAY.plus(Duration.ofHours(hour)));
        }

        assertThat(said)
                .hasSize(2)
                .first()
                .asString()
                .startsWith("WARNING: the certificate of the orderer of GovernmentMSP ends in 5");
        assertThat(metrics.text()).contains("yuanhu_watch_certificates_ending{msp=\"GovernmentMSP\"} 1\n");
    }

    private void peerGoesOnTo(long blocks, int seconds) {
        for (int second = 0; second <= seconds; second++) {
            lookAt(second, blocks - seconds + second);
        }
    }

    private void lookAt(int second, long peer) {
        peerBlocks.set(peer);
        watch.lookSafely(Duration.ofSeconds(second), DAY);
    }

    /** The demonstration's Government with its administration and operations where nothing else is. */
    private Organisation onFreePorts() throws IOException {
        Organisation government = Consortium.demo().organisation(new MspId("GovernmentMSP"));
        LocalAuthority authority =
                new LocalAuthority(root.resolve("local"), government.msp(), "administration", InstantSource.system());
        write(root.resolve("admin/tls"), authority, authority.tls("administrator", List.of("admin.invalid")));
        write(root.resolve("served/tls"), authority, authority.tls("orderer", List.of("127.0.0.1")));
        for (int first = 33_000; ; first += 10) {
            NodeAddress address = new NodeAddress("127.0.0.1", first);
            try {
                serveHeight(address.ordererAdminPort());
                serve(address.ordererOperationsPort(), "consensus_BFT_committed_block_number", ordererGauge);
                serve(address.peerOperationsPort(), "ledger_blockchain_height", peerBlocks);
                return new Organisation(
                        government.msp(), government.role(), government.nameEn(), government.nameZh(), address);
            } catch (java.net.BindException taken) {
                servers.forEach(server -> server.stop(0));
                servers.clear();
            }
        }
    }

    private static void write(Path at, LocalAuthority authority, UserIdentity tls) {
        DurableFile.writeSecret(at.resolve("key.pem"), Pem.of(tls.key()));
        DurableFile.write(at.resolve("cert.pem"), Pem.of(tls.chain()));
        DurableFile.write(at.resolve("ca.pem"), Pem.of(authority.certificate()));
    }

    /** As an orderer's channel participation API answers, to who shows the administrator's certificate. */
    private void serveHeight(int port) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Tls.context(root.resolve("served/tls"))) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
                ssl.setNeedClientAuth(true);
                parameters.setSSLParameters(ssl);
            }
        });
        answer(
                server,
                "/participation/v1/channels/yuanhu",
                () -> "{\"name\":\"yuanhu\",\"status\":\"active\"," + "\"consensusRelation\":\"consenter\",\"height\":"
                        + ordererBlocks.get() + "}");
    }

    private void serve(int port, String metric, AtomicLong blocks) throws IOException {
        answer(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0),
                "/metrics",
                () -> metric + "{channel=\"yuanhu\"} " + blocks.get() + "\n");
    }

    private void answer(HttpServer server, String path, Supplier<String> said) {
        server.createContext(path, exchange -> {
            byte[] text = said.get().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        servers.add(server);
    }
}
