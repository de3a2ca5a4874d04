package org.yuanhu.networkconfig.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.yuanhu.networkconfig.deployment.ChaincodeCode;

/** {@link PutGetChaincode} as code that is deployed. */
final class PutGetJar {
    private PutGetJar() {}

    /**
     * The class in a jar of its own, with the jars it needs from this test's class path.
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
            Stream<Path> needed = Arrays.stream(
                            System.getProperty("java.class.path").split(":"))
                    .filter(each -> each.endsWith(".jar"))
                    .map(Path::of);
            return ChaincodeCode.of(
                    "yuanhu", Stream.concat(Stream.of(jar), needed).toList(), PutGetChaincode.class.getName());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
