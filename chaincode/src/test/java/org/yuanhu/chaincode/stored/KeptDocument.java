package org.yuanhu.chaincode.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.yuanhu.chaincode.json.Json;

/**
 * A document kept as a file {@code documents/<format>/<function that wrote it>-<n>.json}, exactly the bytes a ledger held.
 *
 * @param kind its format's name and version; for the private collection's values that have none, what their key begins with
 */
record KeptDocument(String kind, Path file) {
    /** Of today and of every day before; a file here never changes and never goes. */
    static final Path FOLDER = Path.of("src", "test", "resources", "documents");

    /** All of them, by name. */
    static List<KeptDocument> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new KeptDocument(
                            Objects.requireNonNull(file.getParent())
                                    .getFileName()
                                    .toString(),
                            file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps another document under the first free name. Nothing is ever replaced. */
    static void add(RecordingChaincode.Written written) throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve(kind(written)));
        String name = by(written);
        int number = 1;
        String ending = written.text().matches("[\\[{].*") ? ".json" : ".txt";
        while (Files.exists(folder.resolve(name + "-" + number + ending))) {
            number++;
        }
        Files.writeString(folder.resolve(name + "-" + number + ending), written.text());
    }

    static String kind(RecordingChaincode.Written written) {
        boolean isObject = written.text().startsWith("{");
        return isObject ? Json.tree(written.text()).path("format").stringValue() : written.privateKind();
    }

    /** The function that wrote it, as files call it. */
    String by() {
        return file.getFileName().toString().replaceAll("-[0-9]+\\.[a-z]+", "");
    }

    /** Two documents of one sort, written by one function, tell a reader of old documents the same. */
    String sort() {
        return String.join(" ", kind, by(), shape(text()));
    }

    static String sort(RecordingChaincode.Written written) {
        return String.join(" ", kind(written), by(written), shape(written.text()));
    }

    private static String by(RecordingChaincode.Written written) {
        return written.by().text().replace(':', '-');
    }

    /** The document without its values. */
    private static String shape(String text) {
        return text.replaceAll("\"[^\"]*\"(?=[,}\\]])", "text")
                .replaceAll("(?<=[:\\[,])[0-9]+", "number")
                .replaceAll("(text|number)(,\\1)+", "$1s")
                .replaceAll("^[0-9a-f]+$", "hex");
    }

    @Override
    public String toString() {
        return kind + "/" + file.getFileName();
    }
}
