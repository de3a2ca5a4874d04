package org.yuanhu.networkconfig.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a person starts it, from another folder than its own. */
class NetworkLauncherIT {
    @TempDir
    Path folder;

    @Test
    void itIssuesAndExportsFromAnyFolder() throws Exception {
        assertThat(network("identity", "init")).contains("CooperativeMSP: root, ca-clerk");
        assertThat(network("identity", "issue", "--role", "inspector", "--name", "i-1"))
                .startsWith("AuditorMSP/i-1");

        network("identity", "export", "AuditorMSP/i-1", "out");

        assertThat(Files.readString(folder.resolve("out/cert.pem"))).startsWith("-----BEGIN CERTIFICATE-----\n");
        assertThat(Files.readString(folder.resolve("out/key.pem"))).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(folder.resolve("yuanhu-data/organisations/AuditorMSP/root/key.pem"))
                .exists();
    }

    private String network(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Path.of("bin/network").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
