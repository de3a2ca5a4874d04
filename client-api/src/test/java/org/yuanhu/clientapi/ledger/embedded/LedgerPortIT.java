package org.yuanhu.clientapi.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.TlsChannelCredentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Client;
import org.yuanhu.clientapi.user.Wallets;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.embeddedledger.EmbeddedLedger;

/** A Fabric client of anybody's, over the TLS port of the server's own ledger. */
class LedgerPortIT {
    private static final String REGION = """
            {"id":"over-tls","code":"520527","name":"赫章县","within":"贵州省","list":"832","since":"2014-12-23"}""";

    @TempDir
    Path home;

    @TempDir
    Path exported;

    @Test
    void anUnmodifiedFabricClientWorksOverTheTlsPortUntilItsCertificateIsRevoked() throws Exception {
        try (ServerOnRandomPort server = ServerOnRandomPort.start(
                home,
                "--spring.profiles.active=production",
                "--yuanhu.labels.origin=https://label.example.org",
                "--yuanhu.ledger.embedded.port=0")) {
            var note = Files.readAllLines(home.resolve("first-sign-in.txt"));
            Client administrator = server.signIn(note.get(0), note.get(1));
            administrator.post(
                    "/api/v1/users",
                    Map.of(
                            "name", "officer",
                            "password", "a-long-password",
                            "role", "province-officer",
                            "region", "520000"));
            UserIdentity officer = server.bean(Wallets.class).find("officer").orElseThrow();
            server.bean(Identities.class).export(officer, exported);
            ManagedChannel channel = Grpc.newChannelBuilder(
                            "localhost:" + server.bean(EmbeddedLedger.class).port(),
                            TlsChannelCredentials.newBuilder()
                                    .trustManager(exported.resolve("tls-ca.pem").toFile())
                                    .build())
                    .build();
            try (Gateway gateway = gateway(officer, channel)) {
                Contract contract = gateway.getNetwork("yuanhu").getContract("yuanhu");
                contract.submitTransaction("registry:admitRegion", REGION);
                byte[] region = contract.evaluateTransaction("read:get", "region", "520527");
                assertThat(new String(region, StandardCharsets.UTF_8)).contains("赫章县");

                assertThat(administrator.delete("/api/v1/users/officer").status())
                        .isEqualTo(204);
                assertThatThrownBy(() -> contract.submitTransaction("registry:admitRegion", REGION))
                        .isInstanceOfSatisfying(
                                EndorseException.class,
                                refused -> assertThat(refused.getStatus().getCode())
                                        .isNotEqualTo(Code.UNAVAILABLE));
            } finally {
                channel.shutdownNow();
            }
        }
    }

    private static Gateway gateway(UserIdentity who, ManagedChannel channel) {
        return Gateway.newInstance()
                .identity(new X509Identity(who.msp().value(), who.certificate()))
                .signer(Signers.newPrivateKeySigner(who.key()))
                .connection(channel)
                .connect();
    }
}
