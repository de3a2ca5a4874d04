package org.yuanhu.networktests.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.yuanhu.networkconfig.deployment.ChaincodeCode;

/** {@link PutGetChaincode} as code that is deployed. */
final class PutGetJar {
    /** What the rule book needs beside it: the shim, and what that needs. */
    private static final Path SHIM = Path.of("../chaincode/target/lib");

    private PutGetJar() {}

    /**
     * The class in a jar of its own, with the jars it needs.
     *
     * @param version another gives another digest
     */
    static ChaincodeCode code(Path folder, String version) {
        try {
            Path jar = folder.resolve("putget.jar");
            String name = PutGetChaincode.class.getName().replace('.', '/') + ".class";
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                JarEntry entry = new JarEntry(name);
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(PutGetChaincode.class.getResourceAsStream("/" + name).readAllBytes());
                JarEntry told = new JarEntry(version);
                told.setTime(0);
                out.putNextEntry(told);
            }
            try (Stream<Path> needed = Files.list(SHIM)) {
                return ChaincodeCode.of(
                        "yuanhu",
                        Stream.concat(Stream.of(jar), needed.sorted()).toList(),
                        PutGetChaincode.class.getName());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
