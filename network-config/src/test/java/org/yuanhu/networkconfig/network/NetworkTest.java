package org.yuanhu.networkconfig.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.FreePorts;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.node.NodeFailedException;

/** What is found before any of Fabric's programs does anything; these here can only say their version. */
class NetworkTest {
    @TempDir
    Path folder;

    @Test
    void aBusyPortOfTheLastOrganisationIsFoundBeforeAnythingIsMadeOrStarted() throws IOException {
        String yaml = FreePorts.demoYaml();
        Path file = Files.writeString(folder.resolve("consortium.yaml"), yaml);
        NetworkFolder network = new NetworkFolder(folder.resolve("network"), Consortium.read(file));
        int last = network.organisations().get(3).organisation().address().peerPort();

        try (ServerSocket taken = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new Network(network, line -> {}).up(tools(), yaml))
                    .isInstanceOf(NodeFailedException.class)
                    .hasMessageContaining("the peer of AuditorMSP cannot start: port " + taken.getLocalPort()
                            + " is held by process " + ProcessHandle.current().pid() + " (java)");
        }
        assertThat(network.root()).doesNotExist();
    }

    private FabricTools tools() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("peer", "orderer", "osnadmin", "configtxgen", "configtxlator")) {
            Path script = Files.writeString(bin.resolve(program), "#!/bin/sh\necho ' Version: v3.1.1'\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return FabricTools.locate(Path.of("tools"), Map.of("FABRIC_BIN", bin.toString()), line -> {});
    }
}
