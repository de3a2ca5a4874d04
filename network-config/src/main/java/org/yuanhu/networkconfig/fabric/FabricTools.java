package org.yuanhu.networkconfig.fabric;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuanhu.vocabulary.Hash;

/**
 * The programs of Hyperledger Fabric v3.1. Taken from the folder {@code FABRIC_BIN} names, else from the {@code PATH}, else
 * built with Go from the versions pinned in {@code network-config/tools/go.mod} and kept for the next time.
 */
public final class FabricTools {
    /** The release that is built; any v3.1 is taken where it is installed. */
    public static final String BUILT_VERSION = "v3.1.1";

    private static final List<String> PROGRAMS = List.of("peer", "orderer", "osnadmin", "configtxgen", "configtxlator");
    private static final Pattern VERSION = Pattern.compile("(?m)^\\s*Version: (\\S+)");
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(15);

    private final Path folder;
    private final String version;

    private FabricTools(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /**
     * Finds the programs, or builds them.
     *
     * @param pinned folder with the {@code go.mod} that pins them
     * @param environment where {@code FABRIC_BIN}, {@code PATH}, {@code XDG_CACHE_HOME} and {@code HOME} are looked up
     * @param say told what takes long
     * @throws CommandFailedException if there are none and Go is missing or fails, or a version is not 3.1; the message says what to
     *     do
     */
    public static FabricTools locate(Path pinned, Map<String, String> environment, Consumer<String> say) {
        String named = environment.get("FABRIC_BIN");
        if (named != null) {
            return checked(Path.of(named), "FABRIC_BIN");
        }
        Optional<Path> onPath =
                pathFolders(environment).filter(FabricTools::hasAll).findFirst();
        if (onPath.isPresent()) {
            return checked(onPath.get(), "PATH");
        }
        return checked(built(pinned, environment, say), "the build");
    }

    /** Whether {@link #locate} can succeed here: the programs are named or on the path, or Go is. */
    public static boolean canBeHad(Map<String, String> environment) {
        return environment.get("FABRIC_BIN") != null
                || pathFolders(environment).anyMatch(each -> hasAll(each) || Files.isExecutable(each.resolve("go")));
    }

    /** Where a program is. */
    public Path program(String name) {
        if (!PROGRAMS.contains(name)) {
            throw new IllegalArgumentException(name + " is none of " + PROGRAMS);
        }
        return folder.resolve(name);
    }

    /** The folder of all of them. */
    public Path folder() {
        return folder;
    }

    /** What the peer says its version is, for example {@code v3.1.1}. */
    public String version() {
        return version;
    }

    private static FabricTools checked(Path folder, String from) {
        for (String program : PROGRAMS) {
            if (!Files.isExecutable(folder.resolve(program))) {
                throw new CommandFailedException(from + " = " + folder + ": it has no program " + program);
            }
        }
        String version = versionOf(folder, "peer", "version");
        for (String[] each : List.of(new String[] {"orderer", "version"}, new String[] {"configtxgen", "--version"})) {
            String other = versionOf(folder, each);
            if (!other.equals(version)) {
                throw new CommandFailedException(
                        from + " = " + folder + ": " + each[0] + " is " + other + " and peer is " + version);
            }
        }
        if (!version.matches("v?3\\.1\\.\\d+.*")) {
            throw new CommandFailedException(from + " = " + folder + ": Fabric v3.1 is needed, this is " + version);
        }
        return new FabricTools(folder, version);
    }

    private static String versionOf(Path folder, String... words) {
        String said = Command.of(folder.resolve(words[0]), words[1]).run();
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw new CommandFailedException(folder.resolve(words[0]) + " does not say its version");
        }
        return version.group(1);
    }

    private static Path built(Path pinned, Map<String, String> environment, Consumer<String> say) {
        Path folder = cache(environment).resolve("fabric-" + BUILT_VERSION + "-" + pin(pinned));
        if (hasAll(folder)) {
            return folder;
        }
        Path go = pathFolders(environment)
                .map(each -> each.resolve("go"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new CommandFailedException(
                                "Fabric's programs are not on this machine (FABRIC_BIN, PATH), and Go,"
                                        + " which builds them, is not on the PATH: install Go 1.26 or newer from https://go.dev/dl"));
        say.accept("building Fabric " + BUILT_VERSION + " with Go; this takes a few minutes, once");
        Path next = folder.resolveSibling(
                folder.getFileName() + ".new-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(next);
            String flag = "-X github.com/hyperledger/fabric/common/metadata.Version=" + BUILT_VERSION;
            Command.of(go, "build", "-mod=readonly", "-ldflags", flag, "-o", next + File.separator, "tool")
                    .in(pinned)
                    .within(BUILD_LIMIT)
                    .run();
            if (!hasAll(folder)) {
                Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep Fabric's programs in " + folder, e);
        }
    }

    /** Another go.mod is another folder. */
    private static String pin(Path pinned) {
        try {
            return Hash.sha256(
                            Files.readAllBytes(pinned.resolve("go.mod")), Files.readAllBytes(pinned.resolve("go.sum")))
                    .value()
                    .substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read which versions are pinned", e);
        }
    }

    private static Path cache(Map<String, String> environment) {
        String cache = environment.get("XDG_CACHE_HOME");
        return (cache == null || cache.isBlank() ? Path.of(orEmpty(environment.get("HOME")), ".cache") : Path.of(cache))
                .resolve("yuanhu")
                .toAbsolutePath();
    }

    private static Stream<Path> pathFolders(Map<String, String> environment) {
        return Arrays.stream(orEmpty(environment.get("PATH")).split(File.pathSeparator))
                .filter(each -> !each.isBlank())
                .map(Path::of);
    }

    private static boolean hasAll(Path folder) {
        return PROGRAMS.stream().allMatch(program -> Files.isExecutable(folder.resolve(program)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
