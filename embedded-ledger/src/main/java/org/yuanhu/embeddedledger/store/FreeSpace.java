package org.yuanhu.embeddedledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Whether a ledger's disk has room to open it: opening writes what its logs hold into tables. */
final class FreeSpace {
    private static final long LEAST_BYTES = 4L << 20;
    private static final int PROBE_BYTES = 1 << 20;

    private FreeSpace() {}

    /**
     * Asks the file system, then writes and syncs something: a quota shows only then.
     *
     * @throws IOException if there is not enough
     */
    static void require(Path directory) throws IOException {
        long needed = LEAST_BYTES + 2 * logs(directory);
        long usable = Files.getFileStore(directory).getUsableSpace();
        if (usable < needed) {
            throw new IOException("%d bytes are free in %s and %d needed".formatted(usable, directory, needed));
        }
        Path probe = directory.resolve("probe");
        try (FileChannel channel = FileChannel.open(
                probe, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static long logs(Path directory) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                bytes += Files.size(log);
            }
        }
        return bytes;
    }
}
