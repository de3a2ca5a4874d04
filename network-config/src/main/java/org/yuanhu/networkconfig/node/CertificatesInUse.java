package org.yuanhu.networkconfig.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yuanhu.consortium.enrolment.Renewal;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/** The certificates that an organisation's nodes use now, and when they end. Nothing replaces a node's: it is warned of in time. */
public final class CertificatesInUse {
    private CertificatesInUse() {}

    /**
     * Of those a node uses, the one that ends first: what it shows to who connects, or where it does not run what it would show,
     * and what it signs with.
     */
    static Optional<X509Certificate> firstToEnd(NodeProcess node) {
        return firstToEnd(node.folder(), node.kind(), node.running().isPresent());
    }

    private static Optional<X509Certificate> firstToEnd(OrganisationFolder folder, NodeKind kind, boolean running) {
        if (!List.of(NodeKind.ORDERER, NodeKind.PEER, NodeKind.CHAINCODE).contains(kind)) {
            return Optional.empty();
        }
        Path own = folder.node(kind);
        Optional<X509Certificate> shown =
                running ? Tls.shownAt(kind.port(folder.organisation().address()).orElseThrow()) : Optional.empty();
        return Stream.of(shown.or(() -> read(own.resolve("tls/cert.pem"))), read(own.resolve("msp/signcerts/cert.pem")))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(X509Certificate::getNotAfter));
    }

    /** A sentence for each orderer and peer whose certificate ends within 60 days, or has ended. */
    public static List<String> warnings(OrganisationFolder folder, Instant now) {
        return Stream.of(NodeKind.ORDERER, NodeKind.PEER)
                .flatMap(kind -> firstToEnd(folder, kind, false)
                        .filter(certificate -> Renewal.isDue(certificate, now))
                        .map(certificate -> warning(folder, kind, certificate, now))
                        .stream())
                .toList();
    }

    private static String warning(OrganisationFolder folder, NodeKind kind, X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        long days = Duration.between(now, end).toDays();
        return "the certificate of the " + kind.text() + " of " + folder.msp()
                + (end.isAfter(now) ? " ends in " + days + " days, on " : " ended on ")
                + end.truncatedTo(ChronoUnit.DAYS).toString().substring(0, "2028-01-01".length())
                + "; its key is kept as it is (docs/operating.md)";
    }

    private static Optional<X509Certificate> read(Path file) {
        return Files.exists(file) ? Optional.of(Pem.certificate(DurableFile.read(file))) : Optional.empty();
    }
}
