package org.yuanhu.qrtools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.qrtools.run.RunFile;
import org.yuanhu.qrtools.secret.EncryptedSecret;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Files of a run and its secret, as the commands read and write them. */
final class RunOptions {
    private RunOptions() {}

    static RunFile run(Path file) throws IOException {
        return RunFile.parse(Files.readString(file).strip());
    }

    /** Reads a secret: 64 hex digits as they are, or encrypted under a key. */
    static RunSecret secret(Path file, @Nullable Path key) throws IOException {
        String text = Files.readString(file).strip();
        if (!text.startsWith("{")) {
            return RunSecret.parse(text);
        }
        EncryptedSecret encrypted = EncryptedSecret.parse(text);
        if (key == null) {
            throw RefusedException.by(Rule.LB_08)
                    .with("run", encrypted.run().value())
                    .build();
        }
        return encrypted.open(key(key));
    }

    /**
     * The public key of a {@code PUBLIC KEY} or of a {@code CERTIFICATE}.
     *
     * @throws RefusedException LB-11
     */
    static PublicKey publicKey(Path file) throws IOException {
        String pem = Files.readString(file);
        try {
            return pem.contains("-----BEGIN CERTIFICATE-----")
                    ? Pem.certificate(pem).getPublicKey()
                    : Pem.publicKey(pem);
        } catch (IllegalArgumentException e) {
            throw unreadable(file, "PUBLIC KEY / CERTIFICATE");
        }
    }

    /**
     * The key of a {@code PRIVATE KEY} (PKCS #8).
     *
     * @throws RefusedException LB-11
     */
    static PrivateKey privateKey(Path file) throws IOException {
        try {
            return Pem.privateKey(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw unreadable(file, "PRIVATE KEY");
        }
    }

    private static RefusedException unreadable(Path file, String expected) {
        return RefusedException.by(Rule.LB_11)
                .with("file", String.valueOf(file.getFileName()))
                .with("problem", Messages.say("expected", expected))
                .build();
    }

    /** A file of 64 hex digits. */
    static SecretKey key(Path file) throws IOException {
        String hex = Files.readString(file).strip();
        if (!hex.matches("[0-9a-f]{64}")) {
            throw RefusedException.by(Rule.FM_19)
                    .with("field", "key")
                    .with("value", hex.length() + " characters")
                    .build();
        }
        return new SecretKeySpec(HexFormat.of().parseHex(hex), "AES");
    }
}
