package org.yuanhu.consortium.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
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
import java.util.ArrayDeque;
import java.util.Deque;
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
    private static final Set<PosixFilePermission> EVERYBODY_READS = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> OWNER_ENTERS = PosixFilePermissions.fromString("rwx------");

    private DurableFile() {}

    /** Makes a file's content. */
    @FunctionalInterface
    public interface Writing {
        /** Writes all of it; the stream is closed by who opened it. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * Writes a text anyone on the machine may read.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes anyone on the machine may read.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public static void write(Path file, byte[] content) {
        replace(file, EVERYBODY_READS, out -> out.write(content));
    }

    /**
     * Writes what a program makes piece by piece, and anyone on the machine may read; the file stays as it was if it fails.
     *
     * @throws UncheckedIOException if the disk or the program refuses
     */
    public static void write(Path file, Writing writing) {
        replace(file, EVERYBODY_READS, writing);
    }

    /**
     * Writes a text only its owner may read (mode 0600 from its first byte on).
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public static void writeSecret(Path file, String text) {
        writeSecret(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes only their owner may read (mode 0600 from the first byte on).
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public static void writeSecret(Path file, byte[] content) {
        replace(file, OWNER_ONLY, out -> out.write(content));
    }

    /**
     * Writes a secret under a name that is not taken yet, and never over another file.
     *
     * @throws UncheckedIOException if the disk refuses; its cause is a {@link java.nio.file.FileAlreadyExistsException} if
     *     there is a file of this name
     */
    public static void createSecret(Path file, byte[] content) {
        Path folder = folderOf(file);
        try {
            makeFolder(folder);
            FileAttribute<?>[] mode = POSIX
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                    : new FileAttribute<?>[0];
            Set<StandardOpenOption> anew = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(file, anew, mode)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            sync(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + file, e);
        }
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
            sync(folderOf(place));
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
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ENTERS)}
                : new FileAttribute<?>[0];
        try {
            makeFolder(folder, mode);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    /**
     * Makes a folder like {@link #secretFolder}, and takes every right on it from others where it is there already.
     *
     * @throws UncheckedIOException if the disk refuses, or the folder is another user's
     */
    public static Path closedFolder(Path folder) {
        secretFolder(folder);
        if (POSIX) {
            try {
                Files.setPosixFilePermissions(folder, OWNER_ENTERS);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close the folder " + folder + " to others", e);
            }
        }
        return folder;
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

    private static void replace(Path file, Set<PosixFilePermission> mode, Writing writing) {
        Path folder = folderOf(file);
        Path next = null;
        try {
            makeFolder(folder);
            next = Files.createTempFile(folder, "." + file.getFileName(), ".new"); // 0600 where the system can
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                writing.to(out);
                out.flush();
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
        } catch (RuntimeException e) {
            discard(next);
            throw e;
        }
    }

    /** Makes a folder with its parents, each of them durably: a new file is lost with the folder it lies in. */
    private static void makeFolder(Path folder, FileAttribute<?>... mode) throws IOException {
        Path absolute = folder.toAbsolutePath();
        Deque<Path> missing = new ArrayDeque<>();
        for (Path each = absolute; each != null && !Files.isDirectory(each); each = each.getParent()) {
            missing.push(each);
        }
        if (!missing.isEmpty()) { // also there by a link, which createDirectories would refuse
            Files.createDirectories(absolute, mode);
        }
        for (Path made : missing) {
            sync(folderOf(made));
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
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
