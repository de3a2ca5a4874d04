package org.yuanhu.clientapi.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;

class SignInIT {
    @TempDir
    static Path home;

    private static ServerOnRandomPort server;

    @BeforeAll
    static void start() {
        server = ServerOnRandomPort.start(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tellsTheRoleThatTheCertificateSays() {
        Answer me = server.as("clerk-1").get("/api/v1/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().get("name").asString()).isEqualTo("clerk-1");
        assertThat(me.json().get("roles").get(0).asString()).isEqualTo("clerk");
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownNameAlike() {
        Answer wrong = server.anybody().post("/api/v1/tokens", Map.of("name", "clerk-1", "password", "guess"));
        Answer unknown = server.anybody().post("/api/v1/tokens", Map.of("name", "nobody", "password", "guess"));

        assertThat(List.of(wrong.status(), unknown.status())).containsOnly(401);
        assertThat(wrong.json().get("detail")).isEqualTo(unknown.json().get("detail"));
    }

    @Test
    void asksInTheCallersLanguageForATokenWhereOneIsNeeded() {
        Answer chinese = server.anybody().in("zh-CN").get("/api/v1/me");
        Answer english = server.anybody().in("en").get("/api/v1/me");

        assertThat(chinese.status()).isEqualTo(401);
        assertThat(chinese.header("content-type")).startsWith("application/problem+json");
        assertThat(chinese.json().get("title").asString()).isEqualTo("请先登录");
        assertThat(english.json().get("title").asString()).isEqualTo("Sign in first");
        assertThat(english.json().get("request").asString()).isEqualTo(english.header("x-request-id"));
    }

    @Test
    void aTokenEndsWhenItsHolderSignsOut() {
        ServerOnRandomPort.Client clerk = server.as("clerk-2");
        assertThat(clerk.get("/api/v1/me").status()).isEqualTo(200);

        assertThat(clerk.delete("/api/v1/tokens/current").status()).isEqualTo(204);
        assertThat(clerk.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void keepsAnAdministratorsWorkFromEverybodyElse() {
        Answer refused = server.as("province").get("/api/v1/users");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("title").asString()).isEqualTo("Not allowed");
    }

    @Test
    void keepsMetricsFromStrangersAndHealthOpen() {
        assertThat(server.anybody().get("/actuator/health").status()).isEqualTo(200);
        assertThat(server.anybody().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(server.as("inspector").get("/actuator/prometheus").text()).contains("jvm_memory_used_bytes");
    }

    @Test
    void describesEveryPathOfTheApi() {
        Answer description = server.anybody().get("/v3/api-docs");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().get("paths").propertyNames())
                .contains("/api/v1/tokens", "/api/v1/regions", "/api/v1/households", "/api/v1/intake-sheets");
        assertThat(description
                        .json()
                        .at("/components/schemas/AdmitRegion/properties/code/type")
                        .asString())
                .isEqualTo("string");
    }

    @Test
    void writesNoKeyAndNoPasswordInTheClear() throws IOException {
        server.as("clerk-1");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(path ->
                            path.toString().endsWith(".p12") || path.toString().contains("database"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("PRIVATE KEY")
                        .doesNotContain("clerk-1-demo");
            }
        }
        assertThat(home.resolve("wallets/clerk-1.p12")).exists();
    }
}
