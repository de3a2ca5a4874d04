package org.yuanhu.consortium.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yuanhu.consortium.AuthorityName;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.file.DurableFile;

/**
 * The folder an organisation hands to the others: {@code <MSP id>/} with {@code root.pem}, {@code ca-….pem},
 * {@code crls/<authority>.pem} and {@code trust-key.pem}. No private key is ever in it.
 */
public final class PublicBundle {
    private PublicBundle() {}

    /**
     * Writes an organisation's definition below {@code folder}.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public static void write(MspDefinition definition, Path folder) {
        Path own = folder.resolve(definition.msp().value());
        writeAuthority(own, AuthorityName.ROOT, definition.root(), definition);
        definition.authorities().forEach((name, certificate) -> writeAuthority(own, name, certificate, definition));
        DurableFile.write(own.resolve("trust-key.pem"), Pem.of(definition.trustKey()));
    }

    /**
     * Reads what {@link #write} wrote. Certificates and lists are checked under the root, so that a bundle cannot mix two
     * organisations.
     *
     * @throws UncheckedIOException if a file cannot be read
     * @throws IllegalArgumentException if a signature does not verify
     */
    public static MspDefinition read(Path folder, MspId msp) {
        Path own = folder.resolve(msp.value());
        X509Certificate root = Pem.certificate(DurableFile.read(own.resolve("root.pem")));
        SortedMap<AuthorityName, X509Certificate> authorities = new TreeMap<>();
        List<X509CRL> crls = new ArrayList<>();
        crls.add(readCrl(own, AuthorityName.ROOT, root));
        for (AuthorityName name : authorityNames(own)) {
            Path file = own.resolve(name + ".pem");
            X509Certificate certificate = Pem.certificate(DurableFile.read(file));
            requireSigned(file, () -> certificate.verify(root.getPublicKey()));
            authorities.put(name, certificate);
            crls.add(readCrl(own, name, certificate));
        }
        return new MspDefinition(
                msp, root, authorities, crls, Pem.publicKey(DurableFile.read(own.resolve("trust-key.pem"))));
    }

    private static void writeAuthority(
            Path own, AuthorityName name, X509Certificate certificate, MspDefinition definition) {
        DurableFile.write(own.resolve(name + ".pem"), Pem.of(certificate));
        DurableFile.write(crlFile(own, name), Pem.of(definition.crlOf(certificate)));
    }

    private static X509CRL readCrl(Path own, AuthorityName name, X509Certificate authority) {
        Path file = crlFile(own, name);
        X509CRL crl = Pem.crl(DurableFile.read(file));
        requireSigned(file, () -> crl.verify(authority.getPublicKey()));
        return crl;
    }

    private static Path crlFile(Path own, AuthorityName name) {
        return own.resolve("crls").resolve(name + ".pem");
    }

    private static List<AuthorityName> authorityNames(Path own) {
        try (Stream<Path> files = Files.list(own)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("ca-") && name.endsWith(".pem"))
                    .map(name -> new AuthorityName(name.substring(0, name.length() - ".pem".length())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + own, e);
        }
    }

    private static void requireSigned(Path file, SignatureCheck check) {
        try {
            check.run();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + ": not signed by the authority above it", e);
        }
    }

    private interface SignatureCheck {
        void run() throws GeneralSecurityException;
    }
}
