package org.yuanhu.networktests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.FreePorts;
import org.yuanhu.consortium.MspId;
import org.yuanhu.networkconfig.channel.FabricAdmin;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/** A network with its servers in a folder of its own, handled by the command line alone; nothing of it is left when it is closed. */
final class RealNetwork implements AutoCloseable {
    /** Why a test of this network was left out. */
    static final String NOT_WANTED =
            "takes minutes and the whole machine: with CI=true, or with -Dyuanhu.network.servers=true";

    /** In the consortium file's order. */
    static final List<String> ORGANISATIONS = List.of("GovernmentMSP", "CooperativeMSP", "PlatformMSP", "AuditorMSP");

    /** A peer's or orderer's line of the status, and in it the number of its blocks. */
    private static final Pattern NODE = Pattern.compile("(?:peer|orderer) +\\S+ +\\S+ +(\\S+) .*");

    /** An orderer's line of the status, and in it the number of the leader it follows. */
    private static final Pattern ORDERER = Pattern.compile("orderer .* \\d+/(\\d) .*");

    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(10);
    private static final int TRIES = 30;

    /** Milliseconds; where acts go one after another, nobody gains by waiting for more to put into a block. */
    private static final String SOON = "25";

    private static @Nullable RealNetwork shared;

    private final Path root;
    private final Path network;
    private final Thread hook = new Thread(this::destroy, "destroy the network");
    private @Nullable RulebookLedgers rulebooks;
    private String said = "";

    private RealNetwork(Path root) {
        this.root = root;
        this.network = root.resolve("network");
    }

    /** In continuous integration, and where somebody asked for it. */
    static boolean isWanted() {
        return "true".equals(System.getenv("CI")) || Boolean.getBoolean("yuanhu.network.servers");
    }

    /**
     * One for all suites whose acts go one after another: up, with the chaincode deployed, and a block as soon as there is something to
     * put into it. The first to ask brings it up; it is gone when the process ends, or somebody needs the machine.
     */
    static synchronized RealNetwork shared() {
        if (shared == null) {
            shared = up("--block-interval", SOON);
        }
        return shared;
    }

    /** Takes {@link #shared} down for a suite that has a network of its own. */
    static synchronized void closeShared() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    /** A network of a suite's own, with blocks as the product makes them and the servers started, on an empty ledger. */
    static RealNetwork withServers() {
        closeShared();
        RealNetwork own = up();
        own.run("servers", "--demo");
        return own;
    }

    private static RealNetwork up(String... options) {
        assumeTrue(
                "true".equals(System.getenv("CI")) || FabricTools.canBeHad(System.getenv()),
                "Neither Fabric's programs nor Go, which builds them, are on this machine: no real network is tried");
        try {
            RealNetwork real = new RealNetwork(Files.createTempDirectory("yuanhu-network"));
            Runtime.getRuntime().addShutdownHook(real.hook);
            Files.writeString(real.consortiumFile(), FreePorts.demoYaml());
            List<String> words = new ArrayList<>(
                    List.of("--deploy", "--consortium", real.consortiumFile().toString()));
            words.addAll(List.of(options));
            real.run("up", words.toArray(String[]::new));
            return real;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the organisations' servers and loads the sample season through them, if nobody has before. */
    synchronized RealNetwork startServers() {
        if (said.isEmpty()) {
            said = run("servers", "--season");
        }
        return this;
    }

    /** Empty ledgers on it. */
    synchronized RulebookLedgers rulebooks() throws IOException {
        if (rulebooks == null) {
            rulebooks = new RulebookLedgers(root, network, Files.readString(consortiumFile()));
        }
        return rulebooks;
    }

    /** What the season's loading printed. */
    String said() {
        return said;
    }

    /** Runs {@code network} and returns what it printed. */
    String run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of("../network-config/bin/network", command));
        words.addAll(List.of("--folder", network.toString()));
        words.addAll(List.of(more));
        try {
            Path file = root.resolve("said.txt");
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(file.toFile())
                    .start();
            boolean ended = process.waitFor(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS);
            String output = Files.readString(file);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError("network " + command + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Such as {@code http://127.0.0.1:21007}. */
    String server(String organisation) {
        return "http://127.0.0.1:"
                + Consortium.read(consortiumFile())
                        .organisation(new MspId(organisation))
                        .address()
                        .serverPort();
    }

    /** The organisation's folder, which stands for its host. */
    Path folder(String organisation) {
        return network.resolve(Path.of("hosts", "localhost", organisation));
    }

    /** A node's process: {@code orderer}, {@code peer}, {@code chaincode} or {@code server}. */
    ProcessHandle node(String organisation, String kind) {
        try {
            String pid = Files.readString(
                            folder(organisation).resolve(Path.of("run", kind + ".pid")), StandardCharsets.US_ASCII)
                    .split(" ", 2)[0];
            return ProcessHandle.of(Long.parseLong(pid))
                    .orElseThrow(() -> new AssertionError("the " + kind + " of " + organisation + " does not run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of blocks of each peer and each orderer. */
    List<String> blocks() {
        return run("status")
                .lines()
                .map(NODE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .toList();
    }

    /**
     * What the states of all peers come to, each once: the commit hash of a peer's newest block is over every write of it and the hash of
     * the block before (Fabric's {@code core/ledger/kvledger/kv_ledger.go}).
     */
    Set<String> stateDigests() throws IOException {
        Consortium consortium = Consortium.read(consortiumFile());
        FabricTools tools = FabricTools.locate(Path.of("../network-config/tools"), System.getenv(), said -> {});
        Set<String> digests = new TreeSet<>();
        for (OrganisationFolder organisation : new NetworkFolder(network, consortium).organisations()) {
            Path file = root.resolve("newest-" + organisation.msp() + ".block");
            new FabricAdmin(tools, organisation, consortium.channel())
                    .peer("channel", "fetch", "newest", file.toString(), "-c", consortium.channel())
                    .run();
            Block block = Block.parseFrom(Files.readAllBytes(file));
            digests.add(block.getHeader().getNumber() + " "
                    + HexFormat.of()
                            .formatHex(block.getMetadata()
                                    .getMetadata(BlockMetadataIndex.COMMIT_HASH_VALUE)
                                    .toByteArray()));
        }
        return digests;
    }

    /** The organisation whose orderer leads the others, once all of them say the same. */
    String leader() throws InterruptedException {
        List<String> said = leaders();
        for (int attempt = 0; said.size() != 1 && attempt < TRIES; attempt++) {
            TimeUnit.SECONDS.sleep(1);
            said = leaders();
        }
        if (said.size() != 1) {
            throw new AssertionError("orderers see different leaders: " + said);
        }
        return ORGANISATIONS.get(Integer.parseInt(said.get(0)) - 1);
    }

    private List<String> leaders() {
        return run("status")
                .lines()
                .map(ORDERER::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .distinct()
                .toList();
    }

    /** Every node's process that runs, of every organisation. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> running = new ArrayList<>();
        for (String organisation : ORGANISATIONS) {
            try (Stream<Path> files = Files.list(folder(organisation).resolve("run"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".pid")).toList()) {
                    String pid = Files.readString(file).split(" ", 2)[0];
                    ProcessHandle.of(Long.parseLong(pid)).ifPresent(running::add);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    String log(String organisation, String kind) {
        try {
            return Files.readString(folder(organisation).resolve(Path.of("logs", kind + ".log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        destroy();
    }

    private synchronized void destroy() {
        if (rulebooks != null) {
            rulebooks.close();
        }
        run("destroy", "--yes");
        delete(root);
    }

    static void delete(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path consortiumFile() {
        return root.resolve("consortium.yaml");
    }
}
