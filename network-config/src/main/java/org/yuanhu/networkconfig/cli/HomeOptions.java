package org.yuanhu.networkconfig.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.issuing.Identities;
import picocli.CommandLine.Option;

/** Where the keys are and which consortium they belong to; the same options on every identity command. */
final class HomeOptions {
    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            defaultValue = "yuanhu-data",
            description = "folder with the organisations' keys (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path home;

    @Option(
            names = "--consortium",
            paramLabel = "FILE",
            description =
                    "the consortium file (default: consortium.yaml in the keys' folder, else the demonstration's)")
    @Nullable
    Path consortiumFile;

    Consortium consortium() {
        if (consortiumFile != null) {
            return Consortium.read(consortiumFile);
        }
        Path own = home.resolve("consortium.yaml");
        return Files.exists(own) ? Consortium.read(own) : Consortium.demo();
    }

    Identities identities() {
        return Identities.open(home, consortium());
    }
}
