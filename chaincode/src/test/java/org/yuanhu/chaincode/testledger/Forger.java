package org.yuanhu.chaincode.testledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;

/** Issues what no honest authority would: any attributes, under any authority of any organisation. */
public final class Forger {
    private static final ASN1ObjectIdentifier ATTRIBUTES = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");
    private static final AtomicLong SERIAL = new AtomicLong(1_000_000_000);

    private final Path home;

    /** @param home where the organisations' keys lie */
    public Forger(Path home) {
        this.home = home;
    }

    /**
     * A certificate that the ledger accepts and the rule book must not.
     *
     * @param authority the folder of the authority that signs, such as {@code ca-clerk}
     */
    public UserIdentity issue(String msp, String authority, String name, Map<String, String> attributes) {
        Instant now = Instant.now();
        return issue(msp, authority, name, attributes, now.minus(Duration.ofMinutes(5)), now.plus(Duration.ofDays(1)));
    }

    /** A certificate for any time. */
    public UserIdentity issue(
            String msp, String authority, String name, Map<String, String> attributes, Instant from, Instant to) {
        Path folder = home.resolve("organisations").resolve(msp).resolve(authority);
        try {
            List<X509Certificate> chain = Pem.certificates(Files.readString(folder.resolve("cert.pem")));
            String key = Files.readString(folder.resolve("key.pem"));
            KeyPair keys = keys();
            X509Certificate certificate = certificate(
                    chain.get(0),
                    new KeyPair(chain.get(0).getPublicKey(), Pem.privateKey(key)),
                    keys,
                    name,
                    attributes,
                    from,
                    to);
            List<X509Certificate> whole = new ArrayList<>(List.of(certificate));
            whole.addAll(chain);
            return new UserIdentity(new MspId(msp), name, whole, keys.getPrivate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(
            X509Certificate issuer,
            KeyPair issuing,
            KeyPair keys,
            String name,
            Map<String, String> attributes,
            Instant from,
            Instant to)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(SERIAL.incrementAndGet()),
                Date.from(from),
                Date.from(to),
                new X500Principal(new X500Name("CN=" + name + ",OU=client").getEncoded()),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        if (!attributes.isEmpty()) {
            byte[] json = Json.write(Map.of("attrs", new TreeMap<>(attributes))).getBytes(StandardCharsets.UTF_8);
            builder.addExtension(ATTRIBUTES, false, json);
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuing.getPrivate())));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
