package org.yuanhu.clientapi.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.yuanhu.clientapi.home.PrivateFiles;

/** A file of 32 random bytes as hex, made at its first use. */
final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    static synchronized byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[BYTES];
                new SecureRandom().nextBytes(made);
                PrivateFiles.write(file, HexFormat.of().formatHex(made).getBytes(StandardCharsets.US_ASCII));
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != BYTES) {
                throw new IllegalStateException(file + " must hold " + BYTES + " bytes as hex");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
