package org.yuanhu.clientapi.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;

/** What a restore may forget. */
class MissingKeysIT {
    private static final Map<String, Object> HOUSEHOLD = Map.of(
            "id",
            "enrolled",
            "county",
            "520527",
            "categories",
            List.of(Map.of("category", "lifted", "from", "2020-12-31")),
            "person",
            Map.of("name", "样例乙丑", "idNumber", "000000197705061235", "displayName", "示例"));

    @TempDir
    Path home;

    @Test
    void aServerDoesNotStartWithoutAKeyThatSomethingItKeepsNeedsAndNamesItsFile() throws IOException {
        try (ServerOnRandomPort server = ServerOnRandomPort.start(home)) {
            server.as("province")
                    .post(
                            "/api/v1/regions",
                            Map.of(
                                    "id",
                                    "region",
                                    "code",
                                    "520527",
                                    "name",
                                    "赫章县",
                                    "within",
                                    "贵州省",
                                    "list",
                                    "832",
                                    "since",
                                    "2014-12-23"));
            Answer enrolled = server.as("county-a").post("/api/v1/households", HOUSEHOLD);
            assertThat(enrolled.status()).as(enrolled.toString()).isEqualTo(201);
        }

        for (String key : List.of(
                "keys/master.key",
                "keys/province.key",
                "organisations/PlatformMSP/resolver/key.pem",
                "organisations/PlatformMSP/root/cert.pem")) {
            Path file = home.resolve(key);
            byte[] kept = Files.readAllBytes(file);
            Files.delete(file);
            assertNotStarted(() -> start(), file);
            assertThat(file).doesNotExist();
            Files.write(file, kept);
        }
        // a restore that forgot every trace of keys: what was encrypted under them still tells
        byte[] master = Files.readAllBytes(home.resolve("keys/master.key"));
        Files.delete(home.resolve("keys/master.key"));
        Files.delete(home.resolve("key-marks/master.key"));
        assertNotStarted(() -> start(), home.resolve("keys/master.key"));
        Files.write(home.resolve("keys/master.key"), master);

        Files.delete(home.resolve("keys/province.key"));
        Files.delete(home.resolve("key-marks/province.key"));
        try (ServerOnRandomPort server = ServerOnRandomPort.start(home)) {
            Answer again = server.as("county-a").post("/api/v1/households", HOUSEHOLD);

            assertThat(again.status()).as(again.toString()).isEqualTo(503);
            assertThat(again.text()).contains("key").doesNotContain("样例乙丑", "000000197705061235");
            assertThat(home.resolve("keys/province.key")).doesNotExist();
        }
    }

    @Test
    void outsideOfTheDemoTheProvinceKeyIsGivenAndNotMade() {
        assertNotStarted(
                () -> ServerOnRandomPort.start(
                                home,
                                "--spring.profiles.active=production",
                                "--yuanhu.labels.origin=https://label.example.org",
                                "--yuanhu.province-key=" + home.resolve("of-the-province.key"))
                        .close(),
                home.resolve("of-the-province.key"));
    }

    private void start() {
        ServerOnRandomPort.start(home).close();
    }

    private static void assertNotStarted(ThrowingCallable start, Path file) {
        assertThatThrownBy(start)
                .rootCause()
                .isInstanceOf(MissingKeyException.class)
                .hasMessageContaining(file.toString());
    }
}
