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
