package org.yuanhu.clientapi.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.yuanhu.clientapi.home.PrivateFiles;

/**
 * A file of 32 random bytes as hex, and a mark of it elsewhere, from which nobody finds the key: by the mark a key is missed after a
 * restore that forgot it, and another key is told from the right one.
 */
final class KeyFile {
    private static final int BYTES = 32;
    private static final String RESTORE = "Restore it from the backup of the keys and start again.";

    private final Path file;
    private final Path mark;

    /**
     * @param file the key's
     * @param mark lies in another folder than keys do: keys are backed up apart from the rest
     */
    KeyFile(Path file, Path mark) {
        this.file = file;
        this.mark = mark;
    }

    /**
     * The key; made if there is none and nothing needs the one there was.
     *
     * @param dependants what is dead without it, if there is anything
     * @throws MissingKeyException there is something, or another key lies here
     */
    synchronized byte[] readOrMake(Supplier<Optional<String>> dependants) {
        if (!Files.exists(file)) {
            Optional<String> dead = Files.exists(mark) ? Optional.of("what this server keeps") : dependants.get();
            if (dead.isPresent()) {
                throw new MissingKeyException(
                        file, "is missing, and without it " + dead.get() + " cannot be used", RESTORE);
            }
            byte[] made = new byte[BYTES];
            new SecureRandom().nextBytes(made);
            write(file, HexFormat.of().formatHex(made));
        }
        return read();
    }

    /**
     * The key there is.
     *
     * @param remedy what to do where there is none
     * @throws MissingKeyException there is none, or another than before
     */
    synchronized byte[] mustBeThere(String remedy) {
        if (!Files.exists(file)) {
            throw new MissingKeyException(file, "is missing", Files.exists(mark) ? RESTORE : remedy);
        }
        return read();
    }

    /** Whether there was a key before. */
    boolean isMarked() {
        return Files.exists(mark);
    }

    private byte[] read() {
        byte[] key = parse(text(file));
        String known = HexFormat.of().formatHex(Mac256.of(key, "yuanhu-key-mark-v1"));
        if (!Files.exists(mark)) {
            write(mark, known);
        } else if (!MessageDigest.isEqual(bytes(text(mark)), bytes(known))) {
            throw new MissingKeyException(file, "holds another key than what is kept here was made with", RESTORE);
        }
        return key;
    }

    private byte[] parse(String text) {
        try {
            byte[] key = HexFormat.of().parseHex(text);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException noHex) {
            // said below, without the file's content
        }
        throw new MissingKeyException(file, "does not hold " + BYTES + " bytes as hex", RESTORE);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            PrivateFiles.write(file, bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
