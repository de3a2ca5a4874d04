package org.yuanhu.clientapi.secret;

import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.home.Home;

/**
 * Keys made from the server's one master key, {@code keys/master.key} below the home folder: 32 random bytes made at first start.
 * Whoever loses it loses every wallet and run secret kept here, so it belongs in the backup, apart from the rest.
 */
@Component
public final class ServerKeys {
    private final byte[] master;

    /** Reads the master key, or makes it. */
    public ServerKeys(Home home) {
        master = KeyFile.readOrMake(home.folder("keys").resolve("master.key"));
    }

    /**
     * A 256-bit AES key for one purpose.
     *
     * @param purpose names what is encrypted, such as {@code run-secrets}; the same purpose gives the same key for ever
     */
    public SecretKey key(String purpose) {
        return new SecretKeySpec(derive(purpose), "AES");
    }

    /** A key for one purpose as text, for what takes a password: 64 hex digits. */
    public char[] password(String purpose) {
        return HexFormat.of().formatHex(derive(purpose)).toCharArray();
    }

    /**
     * 32 bytes that nobody without the master key can compute from the text.
     *
     * @param purpose as in {@link #key}
     */
    public byte[] mac(String purpose, String text) {
        return Mac256.of(derive(purpose), text);
    }

    /** HMAC-SHA256 is HKDF-Expand's first block for a key that is uniformly random already (RFC 5869 §3.3). */
    private byte[] derive(String purpose) {
        return Mac256.of(master, "yuanhu-server-key-v1\n" + purpose + "\u0001");
    }
}
