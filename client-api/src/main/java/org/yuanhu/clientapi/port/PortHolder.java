package org.yuanhu.clientapi.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens at a TCP port of this machine: read from Linux's {@code /proc}; elsewhere nobody is found. */
final class PortHolder {
    private static final Path PROC = Path.of("/proc");
    /** As in proc_net(5): the state of a listening socket. */
    private static final String LISTENS = "0A";

    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /** The process's id and command, such as {@code process 4711 (/usr/bin/java)}; empty if it cannot be seen, or is another user's. */
    static Optional<String> of(int port) {
        Set<String> sockets = Stream.of("net/tcp", "net/tcp6")
                .flatMap(file -> lines(PROC.resolve(file)).stream().skip(1))
                .map(line -> line.strip().split("\\s+"))
                .filter(cells -> cells.length > INODE
                        && cells[STATE].equals(LISTENS)
                        && cells[LOCAL_ADDRESS].endsWith(String.format(":%04X", port)))
                .map(cells -> "socket:[" + cells[INODE] + "]")
                .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOne(process, sockets))
                .findFirst()
                .map(process -> "process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + command + ")")
                                .orElse(""));
    }

    private static boolean holdsOne(ProcessHandle process, Set<String> sockets) {
        Path open = PROC.resolve(Path.of(Long.toString(process.pid()), "fd"));
        try (Stream<Path> descriptors = Files.list(open)) {
            return descriptors.anyMatch(descriptor -> sockets.contains(target(descriptor)));
        } catch (IOException | SecurityException notOurs) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException noLinux) {
            return List.of();
        }
    }
}
