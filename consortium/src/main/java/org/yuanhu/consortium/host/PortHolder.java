package org.yuanhu.consortium.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who listens on a TCP port of this machine, as Linux tells it in proc(5); on other systems nobody is found. */
public final class PortHolder {
    private static final String LISTENING = "0A";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /** Whether a program has the port at the loopback address. */
    public static boolean isTaken(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true); // a connection that ended a moment ago is no holder
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * {@code process 1234 (java)}; empty if nobody has it or the system does not tell, as it tells only root of other users'
     * processes.
     */
    public static Optional<String> of(int port) {
        Set<String> sockets = new HashSet<>();
        sockets.addAll(listening(Path.of("/proc/net/tcp"), port));
        sockets.addAll(listening(Path.of("/proc/net/tcp6"), port));
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOne(process, sockets))
                .findFirst()
                .map(process -> "process " + process.pid() + " (" + program(process) + ")");
    }

    private static Set<String> listening(Path table, int port) {
        String end = String.format(":%04X", port);
        Set<String> sockets = new HashSet<>();
        try (Stream<String> lines = Files.lines(table)) {
            lines.map(line -> line.strip().split(" +"))
                    .filter(words ->
                            words.length > INODE && words[LOCAL].endsWith(end) && words[STATE].equals(LISTENING))
                    .forEach(words -> sockets.add("socket:[" + words[INODE] + "]"));
        } catch (IOException e) {
            return Set.of(); // a system without this table
        }
        return sockets;
    }

    private static boolean holdsOne(ProcessHandle process, Set<String> sockets) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.anyMatch(
                    descriptor -> target(descriptor).filter(sockets::contains).isPresent());
        } catch (IOException e) {
            return false; // it ended, or is somebody else's
        }
    }

    private static Optional<String> target(Path descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String program(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("unknown");
    }
}
