package org.yuanhu.clientapi.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;

/**
 * A whole server on a disk that fills up, with its ledger, its keys and its log: health and readiness say so, liveness does not, for no
 * start would help, and everything goes on by itself when there is room. Its database is elsewhere, as a production server's is.
 */
class FullDiskHealthIT {
    /** More than starts take; RocksDB reserves 9 MiB for each of its two logs. */
    private static final String SIZE = "size=64m";

    private static final long LONGEST_WAIT_SECONDS = 60;

    @TempDir
    Path home;

    @TempDir
    Path database;

    /**
     * A log's reserve takes small acts on a full disk; it is made at the first act after an opening. So the disk is filled before that.
     */
    @Test
    void healthSaysThatNothingCanBeRecordedUntilThereIsRoomAgain() throws Exception {
        mount(home);
        try {
            try (ServerOnRandomPort first = start()) {
                assertThat(admit(first, "before", "520527").status()).isEqualTo(201);
            }
            try (ServerOnRandomPort server = start()) {
                assertThat(states(server)).containsExactly(200, 200, 200);
                fill();
                Answer refused = admit(server, "in-vain", "520526");
                assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
                assertThat(states(server)).containsExactly(503, 503, 200);
                assertThat(server.as("province").get("/api/v1/acts/before").status())
                        .isEqualTo(200);

                goesOn(server);
                assertThat(admit(server, "in-vain", "520526").status()).isEqualTo(201);
                awaitInTheLists(server, "520526");

                fill();
                Answer unkept = enrol(server, "unkept"); // the ledger is not asked: its salts cannot be kept
                assertThat(unkept.status()).as(unkept.toString()).isEqualTo(503);
                assertThat(unkept.json().path("title").asString("")).isEqualTo("The server’s disk is full");
                assertThat(states(server).get(0)).isEqualTo(503);
                goesOn(server);
                assertThat(enrol(server, "unkept").status()).isEqualTo(201);
            }
        } finally {
            run("umount", "--lazy", home.toString()); // the log is open as long as this process is
        }
    }

    private ServerOnRandomPort start() {
        return ServerOnRandomPort.start(home, "--spring.datasource.url=jdbc:h2:file:" + database.resolve("yuanhu"));
    }

    private static void awaitInTheLists(ServerOnRandomPort server, String region) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        while (!regions(server).contains(region) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(regions(server)).contains(region);
    }

    private static String regions(ServerOnRandomPort server) {
        return server.as("province").get("/api/v1/regions").text();
    }

    private void goesOn(ServerOnRandomPort server) throws IOException, InterruptedException {
        Files.delete(home.resolve("filler"));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        while (!states(server).equals(List.of(200, 200, 200)) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(states(server))
                .as(server.anybody().get("/actuator/health").text())
                .containsExactly(200, 200, 200);
    }

    /** Health, readiness and liveness. */
    private static List<Integer> states(ServerOnRandomPort server) {
        return List.of("", "/readiness", "/liveness").stream()
                .map(group -> server.anybody().get("/actuator/health" + group).status())
                .toList();
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

    private static Answer enrol(ServerOnRandomPort server, String id) {
        return server.as("county-a")
                .post(
                        "/api/v1/households",
                        Map.of(
                                "id",
                                id,
                                "county",
                                "520527",
                                "categories",
                                List.of(Map.of("category", "lifted", "from", "2020-12-31")),
                                "person",
                                Map.of(
                                        "name", "样例户主",
                                        "idNumber", "000000197705061234",
                                        "phone", "10000009999",
                                        "displayName", "示例·户主家")));
    }

    private static void mount(Path folder) throws IOException, InterruptedException {
        String said = run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString());
        if (!said.isEmpty()) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), "no small disk can be mounted here: " + said);
            throw new IOException(said);
        }
    }

    private void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(home.resolve("filler"))) {
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
