package org.yuanhu.qrtools.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** EC keys in PEM files. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private Pem() {}

    /**
     * The public key of a {@code PUBLIC KEY} or of a {@code CERTIFICATE}.
     *
     * @throws RefusedException LB-11
     */
    static PublicKey publicKey(Path file) throws IOException {
        Matcher block = block(file);
        byte[] der = Base64.getMimeDecoder().decode(block.group(2));
        try {
            return switch (block.group(1)) {
                case "PUBLIC KEY" -> KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
                case "CERTIFICATE" ->
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der))
                            .getPublicKey();
                default -> throw unreadable(file, "PUBLIC KEY / CERTIFICATE");
            };
        } catch (GeneralSecurityException e) {
            throw unreadable(file, "PUBLIC KEY / CERTIFICATE");
        }
    }

    /**
     * The key of a {@code PRIVATE KEY} (PKCS #8).
     *
     * @throws RefusedException LB-11
     */
    static PrivateKey privateKey(Path file) throws IOException {
        Matcher block = block(file);
        if (!block.group(1).equals("PRIVATE KEY")) {
            throw unreadable(file, "PRIVATE KEY");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw unreadable(file, "PRIVATE KEY");
        }
    }

    private static Matcher block(Path file) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(file));
        if (!block.find()) {
            throw unreadable(file, "PEM");
        }
        return block;
    }

    private static RefusedException unreadable(Path file, String expected) {
        return RefusedException.by(Rule.LB_11)
                .with("file", String.valueOf(file.getFileName()))
                .with("problem", Messages.say("expected", expected))
                .build();
    }
}
