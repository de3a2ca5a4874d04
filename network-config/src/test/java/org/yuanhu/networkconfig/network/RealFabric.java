package org.yuanhu.networkconfig.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.yuanhu.networkconfig.fabric.FabricTools;

/** Fabric's programs for tests: wanted where they can be had, and always in continuous integration. */
final class RealFabric {
    private RealFabric() {}

    static boolean isWanted() {
        boolean continuousIntegration = "true".equals(System.getenv("CI"));
        return continuousIntegration || System.getenv("FABRIC_BIN") != null || onPath("peer") || onPath("go");
    }

    static FabricTools tools() {
        return FabricTools.locate(Path.of("tools"), System.getenv(), System.out::println);
    }

    private static boolean onPath(String program) {
        String path = System.getenv("PATH");
        Stream<String> folders = path == null ? Stream.empty() : Arrays.stream(path.split(":"));
        return folders.anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
