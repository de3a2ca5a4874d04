package org.yuanhu.clientapi.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;

/** The ledger's disk is full: health and readiness say so, liveness does not, and all are up again when there is room. */
class FullDiskHealthIT {
    @TempDir
    Path home;

    @Test
    void healthSaysThatNothingCanBeRecordedUntilThereIsRoomAgain() throws Exception {
        Path ledger = Files.createDirectories(home.resolve("ledger"));
        mount(ledger);
        try {
            Path filler = ledger.resolve("filler");
            try (ServerOnRandomPort server = ServerOnRandomPort.start(home)) {
                assertThat(status(server, "")).isEqualTo(200);
                fill(filler);

                assertThat(firstThatFails(server).status()).isEqualTo(503);
                assertThat(status(server, "")).isEqualTo(503);
                assertThat(status(server, "/readiness")).isEqualTo(503);
                assertThat(status(server, "/liveness")).isEqualTo(200);

                Files.delete(filler);
                while (status(server, "/readiness") != 200) {
                    Thread.sleep(100);
                }
                assertThat(status(server, "")).isEqualTo(200);
                assertThat(admit(server, "after", "520203").status()).isEqualTo(201);
            }
        } finally {
            run("umount", ledger.toString());
        }
    }

    private static int status(ServerOnRandomPort server, String group) {
        return server.anybody().get("/actuator/health" + group).status();
    }

    /** A log's last block may have room for some more. */
    private static Answer firstThatFails(ServerOnRandomPort server) {
        for (int number = 0; number < 1_000; number++) {
            Answer answer = admit(server, "region-" + number, "52%04d".formatted(100 + number));
            if (answer.status() >= 500) {
                return answer;
            }
        }
        throw new AssertionError("the disk took everything");
    }

    private static Answer admit(ServerOnRandomPort server, String id, String code) {
        return server.as("province")
                .post(
                        "/api/v1/regions",
                        Map.of(
                                "id", id,
                                "code", code,
                                "name", "示例县",
                                "within", "贵州省",
                                "list", "832",
                                "since", "2014-12-23"));
    }

    private static void mount(Path folder) throws IOException, InterruptedException {
        String said = run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", folder.toString());
        if (!said.isEmpty()) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), "no small disk can be mounted here: " + said);
            throw new IOException(said);
        }
    }

    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[16 << 10]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? "" : said + " (" + command[0] + ")";
        } catch (IOException e) {
            return "no program " + command[0];
        }
    }
}
