package org.yuanhu.networktests.nodes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a folder and everything below it. */
final class FolderContents {
    private FolderContents() {}

    /** Whether a text stands in any file, among whatever other bytes. */
    static boolean hold(String text, Path root) {
        String wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> contains(file, wanted));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every private key in PEM, also inside JSON. */
    static List<String> privateKeys(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".pem") || file.toString().endsWith(".json"))
                    .map(file -> read(file).replace("\\n", "\n"))
                    .filter(text -> text.contains("PRIVATE KEY-----"))
                    .map(text -> text.substring(
                            text.indexOf("-----BEGIN PRIVATE KEY-----"), text.indexOf("-----END PRIVATE KEY-----")))
                    .toList();
        }
    }

    private static boolean contains(Path file, String wanted) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted);
        } catch (IOException e) {
            return false; // a database's file that was just replaced
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
