package org.yuanhu.clientapi.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.home.Home;

/**
 * Keys made from the server's one master key, {@code keys/master.key} below the home folder: 32 random bytes made at first start.
 * Whoever loses it loses every wallet and run secret kept here, so it belongs in the backup, apart from the rest; where it is missing
 * and there are such, no other is made.
 */
@Component
public final class ServerKeys {
    private static final String FILE = "master.key";
    /** What is encrypted under it, or made with it, by the folder it lies in. */
    private static final List<Map.Entry<String, String>> MADE_WITH_IT = List.of(
            Map.entry("wallets", "certificates of users"),
            Map.entry("secrets/runs", "secrets of print runs"),
            Map.entry("salts", "salts of households"));

    private final byte[] master;

    /**
     * Reads the master key, or makes it.
     *
     * @param others what else there is that needs it
     * @throws MissingKeyException it is missing and something here needs it
     */
    @Autowired
    ServerKeys(Home home, ObjectProvider<KeyDependants> others) {
        master = file(home)
                .readOrMake(() -> madeWithIt(home)
                        .or(() -> others.stream()
                                .filter(other -> other.key() == KeyDependants.KeyName.MASTER)
                                .flatMap(other -> other.found().stream())
                                .findFirst()));
    }

    private ServerKeys(byte[] master) {
        this.master = master;
    }

    /**
     * The keys of a server by its files alone; the master key is made if there is none and nothing here needs one.
     *
     * @throws MissingKeyException it is missing and something here needs it
     */
    public static ServerKeys of(Home home) {
        return new ServerKeys(file(home).readOrMake(() -> madeWithIt(home)));
    }

    /**
     * The keys of a server that was started before.
     *
     * @throws MissingKeyException there is no master key
     */
    public static ServerKeys existing(Home home) {
        return new ServerKeys(
                file(home).mustBeThere("If this is the server's folder, start the server once: it makes its keys."));
    }

    private static KeyFile file(Home home) {
        return new KeyFile(
                home.folder("keys").resolve(FILE), home.folder("key-marks").resolve(FILE));
    }

    private static Optional<String> madeWithIt(Home home) {
        return MADE_WITH_IT.stream()
                .filter(made -> hasFiles(home.folder().resolve(made.getKey())))
                .map(made -> "the " + made.getValue() + " in " + home.folder().resolve(made.getKey()))
                .reduce((one, other) -> one + ", " + other);
    }

    private static boolean hasFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            return below.anyMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
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
