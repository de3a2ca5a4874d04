package org.yuanhu.clientapi.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.clientapi.ServerOnRandomPort;

/** Requests that no browser sends, byte by byte. */
class UnreadableRequestsIT {
    private static final String[] ACCEPTED = {"text/html", "application/json", "*/*"};

    @TempDir
    static Path home;

    private static ServerOnRandomPort server;
    private static String token;

    @BeforeAll
    static void start() {
        server = ServerOnRandomPort.start(home);
        token = server.anybody()
                .post("/api/v1/tokens", Map.of("name", "province", "password", "province-demo"))
                .json()
                .get("token")
                .asString();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/find",
                "/login",
                "/nothing",
                "/error",
                "/css/none.css",
                "/01/09520000000110/10/HT26-01/21/10000101000000000000",
                "/api/v1/regions",
                "/actuator/health"
            })
    void aQueryThatCannotBeReadIsTheSendersMistakeAtEveryAddress(String path) throws IOException {
        for (String query : new String[] {"?%zz=1", "?%01=1", "?a=%zz", "?a=%ff", "?a=1&%e4%b8=2", "?lang=%"}) {
            for (String accept : ACCEPTED) {
                assertThat(status("GET " + path + query, "Accept: " + accept, ""))
                        .as("%s%s for %s", path, query, accept)
                        .isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/find",
                "/login",
                "/nothing",
                "/error",
                "/01/09520000000110/10/HT26-01/21/10000101000000000000",
                "/api/v1/regions",
                "/api/v1/imports/intake",
                "/api/v1/tokens"
            })
    void aMultipartBodyThatCannotBeReadIsNeverOurFault(String path) throws IOException {
        for (String type : new String[] {
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=x",
            "multipart/mixed"
        }) {
            for (String method : new String[] {"GET ", "POST ", "PUT "}) {
                for (String accept : ACCEPTED) {
                    assertThat(status(
                                    method + path,
                                    "Accept: " + accept + "\r\nContent-Type: " + type,
                                    "--x\r\nContent-Disposition: form-data; name"))
                            .as("%s%s as %s for %s", method, path, type, accept)
                            .isLessThan(500);
                }
            }
        }
    }

    private static int status(String request, String headers, String body) throws IOException {
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                    + token
                                    + "\r\n" + headers + "\r\nContent-Length: "
                                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
