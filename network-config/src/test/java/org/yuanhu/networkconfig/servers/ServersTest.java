package org.yuanhu.networkconfig.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.node.NodeFailedException;

class ServersTest {
    @TempDir
    Path folder;

    @Test
    void outsideOfTheDemonstrationTheLabelsOriginIsAskedForByItsKey() {
        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("YUANHU_LABELS_ORIGIN '': set it to");
        assertThatThrownBy(() -> start(Map.of("YUANHU_LABELS_ORIGIN", "http://labels.example")))
                .hasMessageStartingWith("YUANHU_LABELS_ORIGIN 'http://labels.example': set it to");
        assertThatThrownBy(() -> start(Map.of("YUANHU_LABELS_ORIGIN", "https://labels.example")))
                .isInstanceOf(NodeFailedException.class)
                .hasMessageContaining("the peer of GovernmentMSP does not run");
    }

    @Test
    void aNetworkThatWasTheDemonstrationsGoesOnAsThat() {
        DurableFile.write(new NetworkFolder(folder, Consortium.demo()).demonstration(), "it was\n");

        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOf(NodeFailedException.class)
                .hasMessageContaining("the peer of GovernmentMSP does not run");
    }

    @Test
    void whatIsStartedIsTheJarTakenApartInTheNetworksFolder() {
        NetworkFolder network = new NetworkFolder(folder, Consortium.demo());
        Path program =
                new Servers(network, Map.of(), line -> {}).program(BootJar.write(folder.resolve("built.jar"), "4"));

        assertThat(program).exists().startsWith(folder.resolve("server-program"));
        assertThat(new ServerProcess(network.organisations().get(0)).command(program, true))
                .containsSequence("-jar", program.toString());
    }

    private void start(Map<String, String> environment) {
        new Servers(new NetworkFolder(folder, Consortium.demo()), environment, line -> {})
                .start(folder.resolve("server.jar"), false);
    }
}
