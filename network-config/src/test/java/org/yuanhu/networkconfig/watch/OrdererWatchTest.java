package org.yuanhu.networkconfig.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeProcess;

/** A process in the orderer's place, and two ports that tell of blocks what a test wants told. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "what a process was started with is read from /proc")
class OrdererWatchTest {
    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

    @TempDir
    Path root;

    private final AtomicLong ordererBlocks = new AtomicLong(10);
    private final AtomicLong peerBlocks = new AtomicLong(10);
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private OrganisationFolder folder;
    private NodeProcess orderer;
    private OrdererWatch watch;

    @BeforeEach
    void start() throws IOException {
        folder = new OrganisationFolder(root, onFreePorts());
        orderer = new NodeProcess(folder, NodeKind.ORDERER);
        orderer.start(List.of("/bin/sleep", "600"), Map.of("FABRIC_CFG_PATH", "its folder"));
        watch = new OrdererWatch(folder, "yuanhu", said::add);
    }

    @AfterEach
    void stop() {
        orderer.stop();
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void anOrdererThatStandsStillIsStartedAgainAsItWasStarted() throws Exception {
        long before = orderer.running().orElseThrow().pid();
        peerBlocks.set(20);

        watch.look(START);
        watch.look(START.plusSeconds(4));
        assertThat(orderer.running().orElseThrow().pid()).isEqualTo(before);
        watch.look(START.plusSeconds(5));

        ProcessHandle after = orderer.running().orElseThrow();
        assertThat(after.pid()).isNotEqualTo(before);
        assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(after.info().arguments().orElseThrow()).containsExactly("600");
        assertThat(Files.readString(Path.of("/proc", Long.toString(after.pid()), "environ")))
                .contains("FABRIC_CFG_PATH=its folder\0");
        assertThat(said)
                .containsExactly("the orderer of GovernmentMSP stands still at 10 blocks while its peer has 20:"
                        + " it is started again");
    }

    @Test
    void oneThatWasJustStartedAgainIsGivenTheSameTime() {
        peerBlocks.set(20);
        watch.look(START);
        watch.look(START.plusSeconds(5));
        long second = orderer.running().orElseThrow().pid();

        watch.look(START.plusSeconds(6));
        watch.look(START.plusSeconds(10));

        assertThat(orderer.running().orElseThrow().pid()).isEqualTo(second);
    }

    @Test
    void oneThatFollowsOrDoesNotAnswerIsLeftAlone() {
        long before = orderer.running().orElseThrow().pid();
        watch.look(START);
        watch.look(START.plusSeconds(600));
        peerBlocks.set(20);
        servers.forEach(server -> server.stop(0));
        watch.look(START.plusSeconds(601));
        watch.look(START.plusSeconds(660));

        assertThat(orderer.running().orElseThrow().pid()).isEqualTo(before);
        assertThat(said).isEmpty();
    }

    /** The demonstration's Government with its two operations ports where nothing else is. */
    private Organisation onFreePorts() throws IOException {
        Organisation government = Consortium.demo().organisation(new MspId("GovernmentMSP"));
        for (int first = 33_000; ; first += 10) {
            NodeAddress address = new NodeAddress("127.0.0.1", first);
            try {
                serve(address.ordererOperationsPort(), "consensus_BFT_committed_block_number", ordererBlocks, -1);
                serve(address.peerOperationsPort(), "ledger_blockchain_height", peerBlocks, 0);
                return new Organisation(
                        government.msp(), government.role(), government.nameEn(), government.nameZh(), address);
            } catch (java.net.BindException taken) {
                servers.forEach(server -> server.stop(0));
                servers.clear();
            }
        }
    }

    private void serve(int port, String metric, AtomicLong blocks, long more) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/metrics", exchange -> {
            byte[] text = (metric + "{channel=\"yuanhu\"} " + (blocks.get() + more) + "\n").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        servers.add(server);
    }
}
