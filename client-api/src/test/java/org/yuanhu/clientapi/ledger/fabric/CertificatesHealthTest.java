package org.yuanhu.clientapi.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.issuing.Identities;

/** Nodes' certificates last two years, and nothing replaces them by itself. */
class CertificatesHealthTest {
    private static final MspId PLATFORM = new MspId("PlatformMSP");
    private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

    @TempDir
    Path keys;

    @TempDir
    Path organisation;

    @BeforeEach
    void install() {
        Identities identities =
                Identities.create(keys, Consortium.demo(), List.of(PLATFORM), InstantSource.fixed(START));
        DurableFile.write(
                organisation.resolve("orderer/msp/signcerts/cert.pem"),
                identities.keptNode(PLATFORM, NodeOu.ORDERER, "orderer0").certificatePem());
        DurableFile.write(
                organisation.resolve("peer/tls/cert.pem"),
                identities.keptTls(PLATFORM, "peer0", List.of("localhost")).certificatePem());
    }

    @Test
    void sixtyDaysBeforeTheirEndTheyAreNamedAndAllIsStillWell() {
        assertThat(after(669)).isEqualTo(Health.up().build());

        assertThat(after(680).getStatus()).isEqualTo(Status.UP);
        assertThat(after(680).getDetails())
                .containsOnlyKeys("orderer/msp/signcerts/cert.pem", "peer/tls/cert.pem")
                .allSatisfy((file, end) -> assertThat(end).asString().startsWith("ends 2028-11-25"));
    }

    @Test
    void afterTheirEndItIsNot() {
        assertThat(after(732).getStatus()).isEqualTo(Status.DOWN);
        assertThat(after(732).getDetails()).containsKey("peer/tls/cert.pem");
    }

    private Health after(int days) {
        return new CertificatesHealth(organisation).at(START.plus(Duration.ofDays(days)));
    }
}
