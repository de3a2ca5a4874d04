package org.yuanhu.clientapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import org.yuanhu.clientapi.ServerOnRandomPort.Client;
import org.yuanhu.embeddedledger.EmbeddedLedger;

class ServerLifeIT {
    private static final Map<String, Object> REGION = Map.of(
            "id", "region",
            "code", "520527",
            "name", "赫章县",
            "within", "贵州省",
            "list", "832",
            "since", "2014-12-23");

    private static final String ORIGIN = "--yuanhu.labels.origin=https://label.example.org";

    @TempDir
    Path home;

    @Test
    void closesFeedAndLedgerInOrderAndFindsEverythingAgainAfterARestart() {
        Set<Thread> before = feeding();
        try (ServerOnRandomPort server = ServerOnRandomPort.start(home)) {
            assertThat(server.as("province").post("/api/v1/regions", REGION).status())
                    .isEqualTo(201);
        }
        try (ServerOnRandomPort server = ServerOnRandomPort.start(home)) {
            assertThat(server.bean(EmbeddedLedger.class).startReport().closedProperly())
                    .isTrue();
            Client province = server.as("province");
            assertThat(province.get("/api/v1/regions/520527").status()).isEqualTo(200);
            Answer again = province.post("/api/v1/regions", REGION);
            assertThat(again.json().get("repeated").asBoolean()).isTrue();
        }
        assertThat(feeding()).isEqualTo(before);
    }

    private static Set<Thread> feeding() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("read-model"))
                .collect(Collectors.toSet());
    }

    @Test
    void listensOnThisMachineAloneUnlessTold() throws IOException {
        Optional<InetAddress> outside = outsideAddress();
        Assumptions.assumeTrue(outside.isPresent(), "this machine has no address but loopback");
        try (ServerOnRandomPort server = ServerOnRandomPort.start(home, "--yuanhu.ledger.embedded.port=0")) {
            int ledgerPort = server.bean(EmbeddedLedger.class).port();
            for (int port : new int[] {URI.create(server.address()).getPort(), ledgerPort}) {
                assertThat(ledgerPort).isPositive();
                assertThatThrownBy(() -> connect(outside.get(), port)).isInstanceOf(ConnectException.class);
            }
        }
        try (ServerOnRandomPort server =
                ServerOnRandomPort.start(home, YuanhuServer.withListen(new String[] {"--listen"}))) {
            connect(outside.get(), URI.create(server.address()).getPort());
        }
    }

    @Test
    void outsideOfTheDemoNobodysPasswordIsKnownAndAnAdministratorAddsAndClosesAccounts() throws IOException {
        try (ServerOnRandomPort server =
                ServerOnRandomPort.start(home, "--spring.profiles.active=production", ORIGIN)) {
            assertThat(server.anybody()
                            .post("/api/v1/tokens", Map.of("name", "province", "password", "province-demo"))
                            .status())
                    .isEqualTo(401);
            var note = Files.readAllLines(home.resolve("first-sign-in.txt"));
            Client administrator = server.signIn(note.get(0), note.get(1));

            Answer added = administrator.post("/api/v1/users", newOfficer("a-long-password"));
            assertThat(added.status()).as(added.text()).isEqualTo(201);
            Client officer = server.signIn("officer", "a-long-password");
            assertThat(officer.post("/api/v1/regions", REGION).status()).isEqualTo(201);

            assertThat(administrator.delete("/api/v1/users/officer").status()).isEqualTo(204);
            assertThat(officer.get("/api/v1/me").status()).isEqualTo(401);
            assertThat(server.anybody()
                            .post("/api/v1/tokens", Map.of("name", "officer", "password", "a-long-password"))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void refusesAShortPasswordAndARoleNobodyGrants() throws IOException {
        try (ServerOnRandomPort server =
                ServerOnRandomPort.start(home, "--spring.profiles.active=production", ORIGIN)) {
            var note = Files.readAllLines(home.resolve("first-sign-in.txt"));
            Client administrator = server.signIn(note.get(0), note.get(1));

            Answer tooShort = administrator.post("/api/v1/users", newOfficer("short"));
            Answer noRole = administrator.post(
                    "/api/v1/users", Map.of("name", "king", "password", "a-long-password", "role", "king"));
            Answer noRegion = administrator.post(
                    "/api/v1/users", Map.of("name", "x", "password", "a-long-password", "role", "county-officer"));
            Answer administratorsAct = administrator.post("/api/v1/regions", REGION);

            assertThat(tooShort.json().get("rule").asString()).isEqualTo("FM-29");
            assertThat(tooShort.text()).doesNotContain("short\"");
            assertThat(noRole.json().get("rule").asString()).isEqualTo("FM-30");
            assertThat(noRegion.json().get("rule").asString()).isEqualTo("AC-04");
            assertThat(administratorsAct.status()).isEqualTo(403);
        }
    }

    private static Map<String, Object> newOfficer(String password) {
        return Map.of("name", "officer", "password", password, "role", "province-officer", "region", "520000");
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }

    private static Optional<InetAddress> outsideAddress() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(device -> Collections.list(device.getInetAddresses()).stream())
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .findFirst();
    }
}
