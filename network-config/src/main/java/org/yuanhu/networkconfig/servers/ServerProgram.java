package org.yuanhu.networkconfig.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.networkconfig.fabric.Command;

/**
 * The server as it is started: its executable jar taken apart, by Spring Boot's own tool, into a jar of the server and one for each
 * library. Classes of a jar within a jar are slower to load, and a server reads thousands of them at its start.
 */
public final class ServerProgram {
    private static final String SPRING_BOOT = "Spring-Boot-Version";
    private static final String STARTED = "server.jar";
    private static final int DIGITS = 16;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path kept;

    /** @param kept the folder that keeps it, each version in one of its own */
    public ServerProgram(Path kept) {
        this.kept = kept;
    }

    /**
     * Takes a jar apart, unless these very bytes were before.
     *
     * @param alone whether nothing runs from this folder, so that other versions can go
     * @return what to start by {@code java -jar}; the jar itself if it is not one of Spring Boot's, for then there is none inside it
     * @throws org.yuanhu.networkconfig.fabric.CommandFailedException if Spring Boot's tool cannot take it apart
     * @throws UncheckedIOException if the jar cannot be read or the disk refuses
     */
    public Path of(Path jar, boolean alone) {
        try {
            if (!hasLibrariesInside(jar)) {
                return jar;
            }
            DurableFile.closedFolder(kept);
            Path folder = kept.resolve(digest(jar).substring(0, DIGITS));
            if (alone) {
                removeAllBut(folder);
            }
            if (!Files.exists(folder)) {
                Path unfinished = Files.createTempDirectory(kept, "unfinished-");
                extract(jar, unfinished.resolve(folder.getFileName()));
                Files.move(unfinished.resolve(folder.getFileName()), folder, StandardCopyOption.ATOMIC_MOVE);
                Files.delete(unfinished);
            }
            return folder.resolve(STARTED);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take apart " + jar, e);
        }
    }

    private static boolean hasLibrariesInside(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue(SPRING_BOOT) != null;
        }
    }

    private static void extract(Path jar, Path folder) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Command.of(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "extract",
                        "--destination",
                        folder.toString(),
                        "--application-filename",
                        STARTED)
                .within(LIMIT)
                .run();
    }

    private void removeAllBut(Path folder) throws IOException {
        for (Path other : list(kept)) {
            if (!other.equals(folder)) {
                remove(other);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String digest(Path jar) throws IOException {
        try (InputStream file = Files.newInputStream(jar);
                DigestInputStream digested = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
