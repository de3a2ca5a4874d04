package org.yuanhu.clientapi.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.consortium.host.PortHolder;

class BusyPortIT {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"server.port", "yuanhu.ledger.embedded.port"})
    void aBusyPortIsFoundBeforeTheLedgerIsOpenedAndItsHolderIsNamed(String option) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> ServerOnRandomPort.start(home, "--" + option + "=" + port))
                    .isInstanceOf(BusyPortException.class)
                    .hasMessageContaining("Port " + port + " of 127.0.0.1 is taken")
                    .hasMessageContaining("--" + option + "=")
                    .satisfies(busy -> {
                        if (System.getProperty("os.name").equals("Linux")) {
                            assertThat(busy)
                                    .hasMessageContaining("by process "
                                            + ProcessHandle.current().pid() + " (");
                        }
                    });
        }
        assertThat(home.resolve("ledger")).doesNotExist();
        assertThat(home.resolve("database")).doesNotExist();
    }

    @Test
    void nobodyHoldsAFreePort() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(PortHolder.of(port)).isEmpty();
    }
}
