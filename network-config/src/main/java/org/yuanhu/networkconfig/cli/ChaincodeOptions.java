package org.yuanhu.networkconfig.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yuanhu.networkconfig.deployment.ChaincodeCode;
import picocli.CommandLine.Option;

/** Which chaincode is deployed; this project's own if nothing is said. */
final class ChaincodeOptions {
    private static final String MAIN = "org.yuanhu.chaincode.ChaincodeProcess";

    @Option(
            names = "--jars",
            paramLabel = "PATH",
            description =
                    "a jar, or a folder whose jars are taken; repeat for more (default: this project's chaincode)")
    List<Path> jars = List.of();

    @Option(
            names = "--main",
            paramLabel = "CLASS",
            defaultValue = MAIN,
            description = "the class that serves (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String main;

    ChaincodeCode code(String name) {
        return ChaincodeCode.of(name, jars.isEmpty() ? built() : jars, main);
    }

    /** This project's chaincode as it was built last. */
    static ChaincodeCode projects(String name) {
        return ChaincodeCode.of(name, built(), MAIN);
    }

    /** The chaincode module's jar with the jars beside it. */
    private static List<Path> built() {
        Path target = NetworkOptions.module().resolveSibling("chaincode").resolve("target");
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(target.resolve("lib"))) {
            try (Stream<Path> files = Files.list(target)) {
                files.filter(file -> file.getFileName().toString().matches("chaincode-.*\\.jar"))
                        .filter(file -> !file.toString().endsWith("-sources.jar"))
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + target, e);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("jars: the chaincode is not built; in the project's folder run:"
                    + " ./mvnw -pl chaincode -am package -DskipTests");
        }
        found.add(target.resolve("lib"));
        return found;
    }
}
