package org.yuanhu.clientapi.ledger.fabric;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.yuanhu.consortium.enrolment.Renewal;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.Pem;

/**
 * Whether a certificate of the organisation's orderer or peer ends within 60 days. Nothing replaces it by itself, as the channel
 * names the orderer by it: it is an operator's to plan, and until its end all is well.
 */
@Component("certificatesHealthIndicator")
@ConditionalOnProperty(name = "yuanhu.ledger.address", havingValue = "fabric")
final class CertificatesHealth implements HealthIndicator {
    private static final List<String> FILES = List.of(
            "orderer/msp/signcerts/cert.pem",
            "orderer/tls/cert.pem",
            "peer/msp/signcerts/cert.pem",
            "peer/tls/cert.pem");

    private final Path organisation;

    CertificatesHealth(@Value("${yuanhu.organisation-folder}") Path organisation) {
        this.organisation = organisation;
    }

    @Override
    public Health health() {
        return at(Instant.now());
    }

    Health at(Instant now) {
        Health.Builder health = Health.up();
        for (String name : FILES) {
            Path file = organisation.resolve(name);
            if (Files.exists(file)) {
                X509Certificate certificate = Pem.certificate(DurableFile.read(file));
                if (Renewal.isDue(certificate, now)) {
                    health.withDetail(name, "ends " + certificate.getNotAfter().toInstant());
                }
                if (now.isAfter(certificate.getNotAfter().toInstant())) {
                    health.down();
                }
            }
        }
        return health.build();
    }
}
