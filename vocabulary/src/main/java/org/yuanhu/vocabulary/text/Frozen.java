package org.yuanhu.vocabulary.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables that stand beside these classes as files and never change, whatever Unicode the Java platform knows. */
final class Frozen {
    private Frozen() {}

    /** The lines of a table without comments. */
    static List<String> lines(String resource) {
        try (InputStream in = Frozen.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing beside its class: " + resource);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
