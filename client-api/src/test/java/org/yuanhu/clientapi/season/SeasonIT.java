package org.yuanhu.clientapi.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import tools.jackson.databind.JsonNode;

class SeasonIT {
    /** One an act's row or sheet, and one more for each of 92 households that consent; three print runs are refused. */
    private static final long ACTS = 1_170;

    @Test
    void isOnTheLedgerAfterTheFirstStartAndUnchangedByTheSecond() {
        LoadedSeason season = LoadedSeason.shared();
        LoadedSeason.awaitQuiet(season.server());
        JsonNode before = dashboard(season.server());
        assertThat(before.at("/totals/acts").asLong()).isGreaterThanOrEqualTo(ACTS);
        assertThat(before.at("/totals/households").asInt()).isGreaterThanOrEqualTo(120);
        assertThat(before.at("/totals/intakeLines").asInt()).isGreaterThanOrEqualTo(1_000);
        assertThat(before.at("/totals/batches").asInt()).isEqualTo(28);
        assertThat(before.at("/totals/printRuns").asInt()).isEqualTo(24);

        season.restart();

        LoadedSeason.awaitQuiet(season.server());
        assertThat(dashboard(season.server())).isEqualTo(before);
    }

    @Test
    void isFinishedByTheNextStartIfTheFirstWasCutShort(@TempDir Path home) throws InterruptedException {
        try (ServerOnRandomPort server = ServerOnRandomPort.start(home)) {
            SeasonImport season = server.bean(SeasonImport.class);
            Thread importing = new Thread(() -> season.load(new PrintStream(new ByteArrayOutputStream())));
            importing.setUncaughtExceptionHandler((thread, expected) -> {});
            importing.start();
            while (LoadedSeason.acts(server) < 300) {
                Thread.sleep(20);
            }
        }
        try (ServerOnRandomPort server = ServerOnRandomPort.start(home)) {
            long left = LoadedSeason.acts(server);
            assertThat(left).isBetween(300L, ACTS - 100);
            ByteArrayOutputStream said = new ByteArrayOutputStream();

            server.bean(SeasonImport.class).load(new PrintStream(said, true, StandardCharsets.UTF_8));

            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("21/21")
                    .contains("3 refused, as the table expects");
            LoadedSeason.awaitQuiet(server);
            assertThat(LoadedSeason.acts(server)).isEqualTo(ACTS);
        }
    }

    private static JsonNode dashboard(ServerOnRandomPort server) {
        return server.as("inspector").get("/api/v1/dashboard").json();
    }
}
