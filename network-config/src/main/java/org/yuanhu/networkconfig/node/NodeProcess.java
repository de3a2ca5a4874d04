package org.yuanhu.networkconfig.node;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.host.PortHolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/**
 * The process of one node. It outlives the command that started it; a file with its number and start time finds it again,
 * and never takes another process that was given the same number for it.
 */
public final class NodeProcess {
    private static final Duration POLITE = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 100;
    private static final int LOG_LINES = 12;
    private static final int LOG_BYTES = 65_536;

    private final OrganisationFolder folder;
    private final NodeKind kind;
    private final Path pidFile;
    private final OptionalInt port;

    public NodeProcess(OrganisationFolder folder, NodeKind kind) {
        this(folder, kind, folder.pidFile(kind), kind.port(folder.organisation().address()));
    }

    private NodeProcess(OrganisationFolder folder, NodeKind kind, Path pidFile, OptionalInt port) {
        this.folder = folder;
        this.kind = kind;
        this.pidFile = pidFile;
        this.port = port;
    }

    /** The same node on another of its ports. */
    public NodeProcess on(int otherPort) {
        return new NodeProcess(folder, kind, pidFile, OptionalInt.of(otherPort));
    }

    /** A second process of the same kind beside the first, known by a name of its own, on another port. */
    public NodeProcess beside(String name, int otherPort) {
        return new NodeProcess(folder, kind, folder.pidFile(kind.text() + "-" + name), OptionalInt.of(otherPort));
    }

    /** Has this process, which was the second, be the first from now on. */
    public void takePlaceOf(NodeProcess first) {
        try {
            if (Files.exists(pidFile)) {
                Files.move(pidFile, first.pidFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For example {@code peer of GovernmentMSP}. */
    public String name() {
        return kind.text() + " of " + folder.msp();
    }

    /** What it is. */
    public NodeKind kind() {
        return kind;
    }

    /** Whose it is. */
    public MspId msp() {
        return folder.msp();
    }

    /** Where it lies. */
    public OrganisationFolder folder() {
        return folder;
    }

    /** The running process, if there is one. */
    public Optional<ProcessHandle> running() {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String[] words = DurableFile.read(pidFile).strip().split(" ", -1);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> ProcessStart.isOf(words[1], process));
    }

    /** Whether it was ever started here; an organisation may do without a server. */
    public boolean isKnown() {
        return kind != NodeKind.SERVER || Files.isDirectory(folder.node(kind));
    }

    /**
     * Starts it unless it runs.
     *
     * @throws NodeFailedException if another program has its port
     */
    public void startOnce(List<String> command, Map<String, String> environment, Consumer<String> say) {
        if (running().isPresent()) {
            return;
        }
        if (port.isPresent() && PortHolder.isTaken(port.getAsInt())) {
            throw portTaken(port.getAsInt());
        }
        start(command, environment);
        say.accept("started the " + name() + (port.isPresent() ? " on port " + port.getAsInt() : ""));
    }

    /**
     * Finds a port that another program has, before anything is started.
     *
     * @throws NodeFailedException if there is one, naming port, node and holder
     */
    public void requireFreePorts() {
        if (running().isEmpty()) {
            kind.ports(folder.organisation().address()).stream()
                    .filter(PortHolder::isTaken)
                    .findFirst()
                    .ifPresent(taken -> {
                        throw portTaken(taken);
                    });
        }
    }

    private NodeFailedException portTaken(int taken) {
        return new NodeFailedException("the " + name() + " cannot start: port " + taken + " is held by "
                + PortHolder.of(taken).orElse("a process this user may not see")
                + "; end it, or give the organisation other ports in the consortium file");
    }

    /** Whether something takes connections on its port. */
    public boolean isServing() {
        if (port.isEmpty()) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.getAsInt()), 500);
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Starts it in its folder, with its output at the end of its log. */
    public void start(List<String> command, Map<String, String> environment) {
        try {
            Path log = folder.log(kind);
            Files.createDirectories(log.getParent());
            Files.createDirectories(folder.node(kind));
            List<String> words = new ArrayList<>();
            if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
                words.add("/usr/bin/setsid"); // a session of its own: closing the terminal does not end it
            }
            // What a database writes into a node's folder is nobody else's to read.
            words.addAll(List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"));
            words.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.node(kind).toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            ProcessHandle process = builder.start().toHandle();
            DurableFile.write(pidFile, process.pid() + " " + ProcessStart.of(process) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the " + name(), e);
        }
    }

    /** Ends it: asks first, and after 20 seconds insists. */
    public void stop() {
        running().ifPresent(process -> {
            process.destroy();
            if (!ended(process, POLITE)) {
                process.destroyForcibly();
                if (!ended(process, POLITE)) {
                    throw failed("does not end");
                }
            }
        });
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until something holds.
     *
     * @throws NodeFailedException if it does not within the limit, or the process ends meanwhile
     */
    public void awaitUntil(String what, Duration limit, BooleanSupplier holds) {
        Instant end = Instant.now().plus(limit);
        while (!holds.getAsBoolean()) {
            if (running().isEmpty()) {
                throw failed("ended before it " + what);
            }
            if (Instant.now().isAfter(end)) {
                throw failed("within " + limit.toSeconds() + " s has not " + what);
            }
            pause();
        }
    }

    /** A failure of this node, with the end of its log: from its last panic on, if there is one in it. */
    public NodeFailedException failed(String why) {
        List<String> end = logTail(Integer.MAX_VALUE);
        int from = Math.max(0, end.size() - LOG_LINES);
        for (int i = 0; i < end.size(); i++) {
            if (end.get(i).startsWith("panic:")) {
                from = i;
            }
        }
        List<String> shown = end.subList(from, Math.min(end.size(), from + LOG_LINES)).stream()
                .map(LogLine::text)
                .toList();
        return new NodeFailedException("the " + name() + " " + why + "; its log (" + folder.log(kind) + ") ends with:"
                + System.lineSeparator() + String.join(System.lineSeparator(), shown));
    }

    /** The last lines of its log. */
    public List<String> logTail(int lines) {
        Path log = folder.log(kind);
        if (!Files.exists(log)) {
            return List.of("(it has written nothing)");
        }
        try (var file = Files.newByteChannel(log)) {
            long from = Math.max(0, file.size() - LOG_BYTES);
            file.position(from);
            byte[] end = new byte[(int) (file.size() - from)];
            ByteBuffer buffer = ByteBuffer.wrap(end);
            while (buffer.hasRemaining() && file.read(buffer) >= 0) {
                // until all of it is there
            }
            List<String> read = new String(end, StandardCharsets.UTF_8).lines().toList();
            List<String> all =
                    from == 0 ? read : read.subList(Math.min(1, read.size()), read.size()); // the first is cut
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(ProcessHandle process, Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (process.isAlive()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            pause();
        }
        return true;
    }

    public static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFailedException("interrupted while waiting");
        }
    }
}
