package org.yuanhu.embeddedledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Looks through a store's logs before RocksDB does. RocksDB 11.8 never comes back from opening a log in which a record claims to be
 * of a recycled file, and these logs are never recycled, so one flipped bit would hang the start instead of being noticed.
 *
 * <p>A log is a row of blocks of 32 KiB; a record in it is a masked CRC-32C (4 bytes) of type and payload, the length (2, little-endian),
 * the type (1) and the payload (RocksDB wiki, "Write Ahead Log File Format").
 */
final class LogFiles {
    private static final int BLOCK = 32 * 1024;
    private static final int HEADER = 7;
    private static final int MASK_DELTA = 0xa282ead8;
    /** Types of records in recycled logs (RocksDB, db/log_format.h). */
    private static final Set<Integer> RECYCLED = Set.of(5, 6, 7, 8, 11, 131);

    private LogFiles() {}

    /**
     * Refuses a store whose logs RocksDB would not come back from.
     *
     * @throws DamagedLedgerException if a record that RocksDB would come to claims to be of a recycled file
     */
    static void mustNotClaimToBeRecycled(Path store) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(store)) {
            logs = files.filter(LogFiles::isLog).toList();
        }
        for (Path log : logs) {
            mustNotClaimToBeRecycled(
                    log, ByteBuffer.wrap(Files.readAllBytes(log)).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    private static boolean isLog(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".log") || name.startsWith("MANIFEST-");
    }

    private static void mustNotClaimToBeRecycled(Path file, ByteBuffer log) throws DamagedLedgerException {
        int at = 0;
        while (at + HEADER <= log.limit()) {
            int leftInBlock = BLOCK - at % BLOCK;
            if (leftInBlock < HEADER) {
                at += leftInBlock;
                continue;
            }
            int type = Byte.toUnsignedInt(log.get(at + 6));
            if (RECYCLED.contains(type)) {
                throw new DamagedLedgerException(
                        "the record at byte " + at + " of " + file + " has type " + type + ", which no log here has");
            }
            int length = Short.toUnsignedInt(log.getShort(at + 4));
            boolean whole = HEADER + length <= leftInBlock && at + HEADER + length <= log.limit();
            if (!whole || log.getInt(at) != checksum(log, at + 6, length + 1)) {
                return; // the end of what was written whole, or damage that RocksDB comes back from
            }
            at += HEADER + length;
        }
    }

    private static int checksum(ByteBuffer log, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(log.slice(from, length));
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
    }
}
