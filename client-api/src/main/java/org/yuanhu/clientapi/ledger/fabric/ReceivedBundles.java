package org.yuanhu.clientapi.ledger.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yuanhu.clientapi.ledger.connection.MspDefinitions;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.PublicBundle;

/** What the organisations have handed out, read again as soon as a file of it is another: revocation lists change while the server runs. */
final class ReceivedBundles implements MspDefinitions {
    private final Path folder;
    private final Map<MspId, Read> read = new ConcurrentHashMap<>();

    private record Read(MspDefinition definition, Map<Path, String> files) {}

    ReceivedBundles(Path folder) {
        this.folder = folder;
    }

    @Override
    public MspDefinition of(MspId organisation) {
        return read.compute(organisation, (msp, last) -> {
                    Map<Path, String> files = files(msp);
                    return last != null && last.files().equals(files)
                            ? last
                            : new Read(PublicBundle.read(folder, msp), files);
                })
                .definition();
    }

    /** When each file was written and how long it is; they are written whole, beside themselves, and renamed. */
    private Map<Path, String> files(MspId organisation) {
        try (Stream<Path> all = Files.walk(folder.resolve(organisation.value()))) {
            Map<Path, String> files = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".new")) {
                    files.put(file, Files.getLastModifiedTime(file).toInstant() + " " + Files.size(file));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what " + organisation + " has handed out", e);
        }
    }
}
