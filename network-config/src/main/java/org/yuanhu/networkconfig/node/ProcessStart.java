package org.yuanhu.networkconfig.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * When a process began, so that another one that was given its number since is not taken for it.
 *
 * <p>On Linux in the kernel's own ticks since it booted ({@code proc(5)}, field {@code starttime}), with the id of that boot. The time of
 * day is of no use there: it is reckoned from the clock, so that the same process begins at another moment whenever the clock is set.
 */
final class ProcessStart {
    private static final Path PROCESSES = Path.of("/proc");
    /** Of the fields of {@code /proc/PID/stat}, counted from 0 after the name in parentheses, which may have anything in it. */
    private static final int START_TIME = 19;
    /** How far two reckonings of the same moment lay apart in files that were written with the time of day. */
    private static final Duration RECKONING = Duration.ofSeconds(2);

    private ProcessStart() {}

    /** As it is written beside the process's number; without spaces. */
    static String of(ProcessHandle process) {
        return ofKernel(process)
                .orElseGet(() ->
                        process.info().startInstant().map(Instant::toString).orElse("unknown"));
    }

    /** Whether this is what was written when the process was started, now or by an earlier version. */
    static boolean isOf(String written, ProcessHandle process) {
        if (of(process).equals(written)) {
            return true;
        }
        try {
            Instant then = Instant.parse(written);
            return process.info().startInstant().stream()
                    .anyMatch(now -> Duration.between(then, now).abs().compareTo(RECKONING) <= 0);
        } catch (DateTimeParseException inTicks) {
            return false;
        }
    }

    private static Optional<String> ofKernel(ProcessHandle process) {
        try {
            String stat = Files.readString(PROCESSES.resolve(process.pid() + "/stat"));
            String boot = Files.readString(PROCESSES.resolve("sys/kernel/random/boot_id"))
                    .strip();
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(boot + ":" + fields[START_TIME]);
        } catch (IOException noLinuxOrEnded) {
            return Optional.empty();
        }
    }
}
