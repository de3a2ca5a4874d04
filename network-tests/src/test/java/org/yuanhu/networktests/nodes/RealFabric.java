package org.yuanhu.networktests.nodes;

import java.nio.file.Path;
import org.yuanhu.networkconfig.fabric.FabricTools;

/** Fabric's programs for tests: wanted where they can be had, and always in continuous integration. */
final class RealFabric {
    private RealFabric() {}

    static boolean isWanted() {
        boolean continuousIntegration = "true".equals(System.getenv("CI"));
        return continuousIntegration || FabricTools.canBeHad(System.getenv());
    }

    static FabricTools tools() {
        return FabricTools.locate(Path.of("../network-config/tools"), System.getenv(), System.out::println);
    }
}
