package org.yuanhu.networkconfig.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.CertificatesInUse;
import org.yuanhu.networkconfig.node.NodeProcess;
import org.yuanhu.networkconfig.node.NodeStatus;
import org.yuanhu.networkconfig.node.OrdererHeight;

/**
 * Ends an organisation's orderer that has stopped following, and has it started again: by this, or where systemd started it by systemd.
 *
 * <p>The ordering library of Fabric v3.1 (SmartBFT eb005ee, {@code Controller.decide}) waits for ever for a view that has ended, if one
 * ends between a decision and its delivery: a lagging orderer that fetches blocks while it decides one comes to that. It goes on
 * answering and takes part in nothing. Of four orderers one may fail; this one has, unseen, and the next fault stops the channel.
 * Started again it goes on from what it kept.
 */
public final class OrdererWatch {
    private static final long BETWEEN_LOOKS_MILLIS = 1_000;
    private static final Duration BETWEEN_WARNINGS = Duration.ofDays(1);

    private final OrganisationFolder folder;
    private final String channel;
    private final Consumer<String> say;
    private final WatchMetrics metrics;
    private final Restraint restraint = new Restraint();
    private Standstill standstill = new Standstill();
    private @Nullable OrdererHeight orderer;
    private @Nullable Duration warned;
    private boolean restrained;

    OrdererWatch(OrganisationFolder folder, String channel, WatchMetrics metrics, Consumer<String> say) {
        this.folder = folder;
        this.channel = channel;
        this.metrics = metrics;
        this.say = say;
    }

    /**
     * Watches until it is ended, or the organisation's folder is.
     *
     * @param arguments the organisation's folder, whose name is its MSP id
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]).toRealPath();
        Consortium consortium = Consortium.read(root.resolve("consortium.yaml"));
        MspId msp = new MspId(root.getFileName().toString());
        OrganisationFolder folder = new OrganisationFolder(root, consortium.organisation(msp));
        Consumer<String> say = line -> System.out.println(Instant.now() + " " + line);
        WatchMetrics metrics = new WatchMetrics(msp);
        metrics.serve(folder.organisation().address().watchPort());
        OrdererWatch watch = new OrdererWatch(folder, consortium.channel(), metrics, say);
        while (Files.isDirectory(root)) {
            watch.lookSafely(Duration.ofNanos(System.nanoTime()), Instant.now());
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        System.exit(0); // the metrics' port would keep it
    }

    /** The command by which it is started. */
    public static List<String> command(String java, String classPath, Path folder) {
        return List.of(
                java,
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                OrdererWatch.class.getName(),
                folder.toString());
    }

    /** Looks once; what goes wrong in it is said, and does not end the watch. */
    void lookSafely(Duration now, Instant day) {
        try {
            warnOfEnds(now, day);
            look(now);
        } catch (RuntimeException failure) {
            metrics.failed();
            orderer = null; // with the files as they are then
            say.accept("looking failed, and goes on: " + failure);
        }
    }

    /** Looks once, and acts. One that does not answer at all is not its business: it has ended, or is about to start. */
    private void look(Duration now) {
        if (orderer == null) {
            orderer = new OrdererHeight(folder, channel);
        }
        OptionalLong own = orderer.read();
        OptionalLong peer = NodeStatus.peerHeight(folder.organisation().address(), channel);
        if (own.isEmpty() || peer.isEmpty()) {
            standstill = new Standstill();
            return;
        }
        metrics.saw(own.getAsLong(), peer.getAsLong());
        if (!standstill.isSeen(own.getAsLong(), peer.getAsLong(), now)) {
            restrained = false;
            return;
        }
        String how = "the orderer of " + folder.msp() + " stands still at " + own.getAsLong()
                + " blocks while its peer has " + peer.getAsLong();
        if (restraint.allows(now)) {
            say.accept(how + ": it is started again");
            restraint.happened(now);
            metrics.startedAgain();
            startAgain();
            standstill = new Standstill();
        } else if (!restrained) {
            restrained = true;
            say.accept(how + ": it has been started again too often, and is left for its operator");
        }
    }

    private void warnOfEnds(Duration now, Instant day) {
        if (warned == null || now.minus(warned).compareTo(BETWEEN_WARNINGS) >= 0) {
            warned = now;
            List<String> warnings = CertificatesInUse.warnings(folder, day);
            warnings.forEach(line -> say.accept("WARNING: " + line));
            metrics.certificatesEnding(warnings.size());
        }
    }

    private void startAgain() {
        NodeProcess node = new NodeProcess(folder, NodeKind.ORDERER);
        Optional<ProcessHandle> ours = node.running();
        if (ours.isEmpty()) {
            startedBySystemd().ifPresent(ProcessHandle::destroyForcibly);
            return;
        }
        ProcessHandle process = ours.get();
        List<String> command = words(process, "cmdline");
        Map<String, String> environment = words(process, "environ").stream()
                .filter(word -> word.contains("="))
                .collect(Collectors.toMap(
                        word -> word.substring(0, word.indexOf('=')),
                        word -> word.substring(word.indexOf('=') + 1),
                        (first, second) -> first,
                        TreeMap::new));
        process.destroyForcibly();
        process.onExit().join();
        node.start(command, environment);
    }

    /** It works in the orderer's folder, and no other program does. */
    private Optional<ProcessHandle> startedBySystemd() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/orderer"))
                .filter(process -> isIn(process, folder.node(NodeKind.ORDERER)))
                .findFirst();
    }

    private static boolean isIn(ProcessHandle process, Path folder) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), folder);
        } catch (IOException e) {
            return false; // it ended, or is somebody else's
        }
    }

    /** What proc(5) tells of a process, between zero bytes. */
    private static List<String> words(ProcessHandle process, String file) {
        try {
            String all = Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("\0", -1))
                    .filter(word -> !word.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
