package org.yuanhu.qrtools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.yuanhu.qrtools.run.RunFile;
import org.yuanhu.qrtools.secret.EncryptedSecret;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;
import org.yuanhu.vocabulary.label.RunSecret;

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
            throw Refused.of(Rule.LB_08, "run", encrypted.run().value());
        }
        return encrypted.open(key(key));
    }

    /** A file of 64 hex digits. */
    static SecretKey key(Path file) throws IOException {
        String hex = Files.readString(file).strip();
        if (!hex.matches("[0-9a-f]{64}")) {
            throw Refused.of(Rule.FM_19, "field", "key", "value", hex.length() + " characters");
        }
        return new SecretKeySpec(HexFormat.of().parseHex(hex), "AES");
    }
}
