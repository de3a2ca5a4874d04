package org.yuanhu.embeddedledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the physical records of a RocksDB log begin and end: blocks of 32 KiB, in each records of checksum (4 bytes),
 * length (2, little-endian), type (1) and payload (RocksDB wiki, "Write Ahead Log File Format").
 */
final class WriteAheadLog {
    static final int HEADER = 7;
    private static final int BLOCK = 32 * 1024;

    /** A physical record's place in the file. */
    record Fragment(int from, int to) {}

    private WriteAheadLog() {}

    /** The newest log of a store. */
    static Path newest(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .orElseThrow();
        }
    }

    static List<Fragment> fragments(byte[] log) {
        List<Fragment> fragments = new ArrayList<>();
        int at = 0;
        while (at + HEADER <= log.length) {
            int leftInBlock = BLOCK - at % BLOCK;
            if (leftInBlock < HEADER) {
                at += leftInBlock;
                continue;
            }
            int length = (log[at + 4] & 0xff) | (log[at + 5] & 0xff) << 8;
            int end = at + HEADER + length;
            if (end > log.length || log[at + 6] == 0) {
                break;
            }
            fragments.add(new Fragment(at, end));
            at = end;
        }
        return fragments;
    }
}
