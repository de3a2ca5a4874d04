package org.yuanhu.networkconfig.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

class NodeProcessTest {
    @TempDir
    Path folder;

    private OrganisationFolder organisation;
    private NodeProcess node;

    @BeforeEach
    void prepare() {
        organisation =
                new NetworkFolder(folder, Consortium.demo()).organisations().get(0);
        node = new NodeProcess(organisation, NodeKind.PEER);
    }

    @AfterEach
    void leaveNothingRunning() {
        node.stop();
    }

    @Test
    void itIsFoundAgainByAnotherCommandAndEnds() {
        node.start(List.of("/bin/sleep", "60"), Map.of());

        ProcessHandle found =
                new NodeProcess(organisation, NodeKind.PEER).running().orElseThrow();
        node.stop();

        assertThat(found.isAlive()).isFalse();
        assertThat(node.running()).isEmpty();
    }

    /** The operating system's start time moves with the clock; the file has to name the process for as long as it runs. */
    @Test
    void itIsFoundAgainAfterTheClockWasSet() {
        ProcessHandle own = ProcessHandle.current();
        Instant started = own.info().startInstant().orElseThrow();
        Path file = organisation.pidFile(NodeKind.PEER);

        node.start(List.of("/bin/sleep", "60"), Map.of());
        if (Files.isDirectory(Path.of("/proc/self"))) {
            assertThat(DurableFile.read(file)).doesNotContain("T").matches("\\d+ [0-9a-f-]{36}:\\d+\\s*");
        }
        node.stop();
        for (Duration reckonedAnew : List.of(Duration.ofSeconds(1), Duration.ofSeconds(-1))) {
            DurableFile.write(file, own.pid() + " " + started.plus(reckonedAnew) + "\n");
            assertThat(node.running()).as("by a file of an earlier version").contains(own);
        }
        DurableFile.write(file, own.pid() + " " + started.plusSeconds(60) + "\n");
        assertThat(node.running()).isEmpty();
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTakenForIt() {
        long own = ProcessHandle.current().pid();
        DurableFile.write(organisation.pidFile(NodeKind.PEER), own + " 2001-01-01T00:00:00Z\n");

        assertThat(node.running()).isEmpty();
        node.stop();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aNodeThatEndsWhileItIsWaitedForIsNamedWithTheEndOfItsLog() {
        node.start(List.of("/bin/sh", "-c", "echo cannot open the ledger"), Map.of());

        assertThatThrownBy(() -> node.awaitUntil("answered", Duration.ofSeconds(30), () -> false))
                .isInstanceOf(NodeFailedException.class)
                .hasMessageContaining("the peer of GovernmentMSP ended before it answered")
                .hasMessageEndingWith("cannot open the ledger");
    }

    @Test
    void aNodeThatTakesTooLongIsNamed() {
        node.start(List.of("/bin/sleep", "60"), Map.of());

        assertThatThrownBy(() -> node.awaitUntil("answered", Duration.ofMillis(300), () -> false))
                .isInstanceOf(NodeFailedException.class)
                .hasMessageContaining("has not answered");
    }

    @Test
    void aPanicIsShownFromItsFirstLine() {
        node.start(
                List.of("/bin/sh", "-c", "echo 'panic: no such folder'; for i in $(seq 8); do echo at $i; done"),
                Map.of());

        assertThatThrownBy(() -> node.awaitUntil("answered", Duration.ofSeconds(30), () -> false))
                .hasMessageContaining("panic: no such folder");
    }

    @Test
    void whatItWritesIsNobodyElsesToRead() throws IOException {
        node.start(List.of("/bin/sh", "-c", "mkdir data; echo private > data/table; echo made"), Map.of());

        while (!node.logTail(1).contains("made")) {
            NodeProcess.pause();
        }

        Path data = organisation.node(NodeKind.PEER).resolve("data");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("table"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aBusyPortIsFoundBeforeAnythingStartsAndItsHolderIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NodeProcess other = node.on(taken.getLocalPort());

            assertThatThrownBy(() -> other.startOnce(List.of("/bin/sleep", "60"), Map.of(), line -> {}))
                    .isInstanceOf(NodeFailedException.class)
                    .hasMessageContaining("the peer of GovernmentMSP cannot start: port " + taken.getLocalPort()
                            + " is held by process " + ProcessHandle.current().pid() + " (java)");
        }
    }

    @Test
    void aServersMessageIsShownAsText() {
        node.start(
                List.of(
                        "/bin/echo",
                        "{\"@timestamp\":\"2026-11-27T08:00:00Z\",\"log\":{\"level\":\"ERROR\"},"
                                + "\"message\":\"\\n\\nFM-24: no origin\\n\"}"),
                Map.of());

        assertThatThrownBy(() -> node.awaitUntil("answered", Duration.ofSeconds(30), () -> false))
                .hasMessageEndingWith(System.lineSeparator() + "ERROR FM-24: no origin");
    }

    @Test
    void gaugesAreReadFromPrometheusText() {
        String metrics = """
                # TYPE ledger_blockchain_height gauge
                ledger_blockchain_height{channel="other"} 7
                ledger_blockchain_height{channel="yuanhu"} 1.5e+03
                """;

        assertThat(NodeStatus.metric(metrics, "ledger_blockchain_height", "yuanhu"))
                .hasValue(1500);
        assertThat(NodeStatus.metric(metrics, "ledger_blockchain_height", "third"))
                .isEmpty();
    }
}
