package org.yuanhu.clientapi.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.Home;
import org.yuanhu.clientapi.PrivateFiles;

/**
 * Keys made from the server's one master key, {@code keys/master.key} below the home folder: 32 random bytes made at first start.
 * Whoever loses it loses every wallet and run secret kept here, so it belongs in the backup, apart from the rest.
 */
@Component
public final class ServerKeys {
    private static final int BYTES = 32;

    private final byte[] master;

    ServerKeys(Home home) {
        Path file = home.folder("keys").resolve("master.key");
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[BYTES];
                new SecureRandom().nextBytes(made);
                PrivateFiles.write(file, HexFormat.of().formatHex(made).getBytes(StandardCharsets.US_ASCII));
            }
            master = HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the master key", e);
        }
        if (master.length != BYTES) {
            throw new IllegalStateException(file + " must hold " + BYTES + " bytes as hex");
        }
    }

    /**
     * A 256-bit AES key for one purpose: HMAC-SHA256(master key, purpose), which is HKDF-Expand's first block for a key that is
     * uniformly random already (RFC 5869 §3.3).
     *
     * @param purpose names what is encrypted, such as {@code run-secrets}; the same purpose gives the same key for ever
     */
    public SecretKey key(String purpose) {
        return new SecretKeySpec(derive(purpose), "AES");
    }

    /** The same as text, for what takes a password: 64 hex digits. */
    public char[] password(String purpose) {
        return HexFormat.of().formatHex(derive(purpose)).toCharArray();
    }

    private byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(("yuanhu-server-key-v1\n" + purpose + "\u0001").getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
