package org.yuanhu.embeddedledger.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ledger directories that nobody has open: reading one back, and putting a backup in place. */
public final class Archive {
    private Archive() {}

    /**
     * Reads every block and every file of a ledger or backup back, changing nothing.
     *
     * @return how many blocks there are
     * @throws DamagedLedgerException saying what is not as it was acknowledged
     */
    public static int verify(Path directory) throws IOException {
        Tip tip = Tip.read(directory.resolve(LedgerStore.TIP))
                .orElseThrow(() -> new DamagedLedgerException(
                        directory + " is not a whole ledger: there is no file " + LedgerStore.TIP));
        return LedgerStore.verify(directory, tip, Long.MAX_VALUE, true);
    }

    /**
     * Copies a backup to where a ledger is to run, after verifying it. The directory appears as a whole or not at all.
     *
     * @param target must not exist, or be empty
     * @return how many blocks there are
     */
    public static int restore(Path backup, Path target) throws IOException {
        requireEmpty(target);
        int blocks = verify(backup);
        Path whole = target.toAbsolutePath();
        Path parent = whole.getParent();
        if (parent == null) {
            throw new IOException(target + " cannot hold a ledger");
        }
        Files.createDirectories(parent);
        Path unfinished = parent.resolve(whole.getFileName() + ".restoring");
        requireEmpty(unfinished);
        copy(backup, unfinished);
        Files.deleteIfExists(target);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        sync(parent);
        return blocks;
    }

    /**
     * Gives a fresh backup files of its own and reads it back. The store makes one by linking to its table files, and a
     * file that goes bad would be bad in both.
     *
     * @return how many blocks there are
     */
    public static int complete(Path backup) throws IOException {
        List<Path> linked;
        try (Stream<Path> files = Files.walk(backup)) {
            linked = files.filter(file -> file.toString().endsWith(".sst")).toList();
        }
        for (Path file : linked) {
            Path copy = file.resolveSibling(file.getFileName() + ".copy");
            copyFile(file, copy);
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
        }
        sync(backup.resolve(LedgerStore.PUBLIC));
        sync(backup.resolve(LedgerStore.PRIVATE));
        return verify(backup);
    }

    private static void copyFile(Path file, Path copy) throws IOException {
        Files.copy(file, copy);
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void requireEmpty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            if (entries.findAny().isPresent()) {
                throw new IOException(directory + " is not empty");
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                copyFile(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                sync(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Makes the entries of a directory survive a power failure. */
    static void sync(Path directory) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return; // a directory cannot be opened there; its file system orders these itself
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
