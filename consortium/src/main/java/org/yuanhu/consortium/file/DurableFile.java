package org.yuanhu.consortium.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file whole or not at all: into a new file beside it, forced to disk, then renamed over it. A crash leaves the
 * old content or the new, never half of one.
 */
public final class DurableFile {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private DurableFile() {}

    /**
     * Writes a text anyone on the machine may read.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public static void write(Path file, String text) {
        write(file, text, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /**
     * Writes a text only its owner may read (mode 0600 from its first byte on).
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public static void writeSecret(Path file, String text) {
        write(file, text, OWNER_ONLY);
    }

    /**
     * Puts a file another program has written in its place, durably.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public static void moveInto(Path written, Path place) {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(Objects.requireNonNull(place.toAbsolutePath().getParent(), "a file lies in a folder"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + written + " to " + place, e);
        }
    }

    /**
     * Makes a folder, with its parents, that only its owner may enter.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public static Path secretFolder(Path folder) {
        if (Files.isDirectory(folder)) {
            return folder; // also by a link, which createDirectories would refuse
        }
        FileAttribute<?>[] mode = POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        try {
            return Files.createDirectories(folder, mode);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    /**
     * Reads a text.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void write(Path file, String text, Set<PosixFilePermission> mode) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        Path next = null;
        try {
            Files.createDirectories(folder);
            next = Files.createTempFile(folder, "." + file.getFileName(), ".new"); // 0600 where the system can
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            if (POSIX) {
                Files.setPosixFilePermissions(next, mode);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder);
        } catch (IOException e) {
            discard(next);
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Makes the rename itself durable; only a POSIX system lets a folder be opened for that. */
    private static void sync(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void discard(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The failure that led here is the one to report; a leftover temporary file harms nothing.
            }
        }
    }
}
