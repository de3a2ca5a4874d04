package org.yuanhu.networktests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuanhu.clientapi.story.Traces;

/** What a process holds in its memory now, read as a debugger reads it: all that it may write to, living or not yet overwritten. */
final class ProcessMemory {
    /** As in proc(5): address range, permissions, and the rest. */
    private static final Pattern WRITABLE = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) rw.*");

    private static final int PIECE = 1 << 24;
    /** Longer than anything that is looked for. */
    private static final int OVERLAP = 256;

    private ProcessMemory() {}

    /** Whether this machine lets us: another's memory is its owner's, or a debugger's. */
    static boolean isReadable(ProcessHandle process) {
        try (FileChannel memory = open(process)) {
            return memory.isOpen();
        } catch (IOException e) {
            return false;
        }
    }

    /** What is found of it. */
    static Set<String> of(ProcessHandle process, Traces traces) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        try (FileChannel memory = open(process)) {
            for (String line : Files.readAllLines(folder(process).resolve("maps"))) {
                Matcher range = WRITABLE.matcher(line);
                if (range.matches()) {
                    long end = Long.parseUnsignedLong(range.group(2), 16);
                    for (long at = Long.parseUnsignedLong(range.group(1), 16); at < end; at += PIECE - OVERLAP) {
                        found.addAll(traces.in(piece(memory, at, end)));
                    }
                }
            }
        }
        return found;
    }

    /** Empty where there is nothing behind the addresses any more. */
    private static byte[] piece(FileChannel memory, long from, long end) {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, end - from));
        try {
            while (piece.hasRemaining() && memory.read(piece, from + piece.position()) > 0) {
                // until the piece is full
            }
        } catch (IOException unmapped) {
            // a device's page, or one given back meanwhile
        }
        return Arrays.copyOf(piece.array(), piece.position());
    }

    private static FileChannel open(ProcessHandle process) throws IOException {
        return FileChannel.open(folder(process).resolve("mem"), StandardOpenOption.READ);
    }

    private static Path folder(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()));
    }
}
