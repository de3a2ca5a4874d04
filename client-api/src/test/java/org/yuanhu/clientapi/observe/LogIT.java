package org.yuanhu.clientapi.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogIT {
    @TempDir
    Path home;

    @Test
    void writesOneLineOfJsonARequestWithItsIdAndRouteAndNothingOfItsContent() throws IOException {
        String id;
        try (ServerOnRandomPort server = ServerOnRandomPort.start(
                home, "--spring.profiles.active=production", "--yuanhu.labels.origin=https://label.example.org")) {
            List<String> note = Files.readAllLines(home.resolve("first-sign-in.txt"));
            Answer refused = server.signIn(note.get(0), note.get(1))
                    .post("/api/v1/suspensions", Map.of("id", "s", "household", "7777000077770000", "reason", "某某的原因"));
            id = refused.header(RequestId.HEADER);
            server.signIn(note.get(0), note.get(1)).get("/api/v1/households/8888000088880000");
            assertThat(refused.json().get("request").asString()).isEqualTo(id);
        }

        List<String> lines = Files.readAllLines(home.resolve("logs/yuanhu.log"));
        List<JsonNode> ofRequest = lines.stream()
                .map(new JsonMapper()::readTree)
                .filter(line -> line.path("request").asString("").equals(id))
                .toList();
        assertThat(ofRequest).hasSize(1);
        assertThat(ofRequest.get(0).get("message").asString())
                .startsWith("POST /api/v1/suspensions 4")
                .endsWith(" ms");
        assertThat(lines)
                .anyMatch(line -> line.contains("GET /api/v1/households/{household}"))
                .noneMatch(line -> line.contains("8888000088880000")
                        || line.contains("7777000077770000")
                        || line.contains("某某的原因"));
    }
}
