package org.yuanhu.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever builds this module from the same sources with the same JDK gets the same jar, wherever and whenever. */
class ReproducibleJarIT {
    private static final Path PROJECT = Path.of("..");

    @TempDir
    private Path folder;

    @Test
    void aSecondBuildElsewhereHasTheSameBytes() throws Exception {
        for (String part :
                List.of("pom.xml", "mvnw", "LICENSE", "NOTICE", ".mvn", "vocabulary/pom.xml", "vocabulary/src/main")) {
            copy(PROJECT.resolve(part), folder.resolve(part));
        }
        Path log = folder.resolve("log");
        ProcessBuilder build = new ProcessBuilder(
                        "sh",
                        "mvnw",
                        "-q",
                        "-f",
                        "vocabulary/pom.xml",
                        "package",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip=true")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        build.environment().put("JAVA_HOME", System.getProperty("yuanhu.test.maven.java"));
        build.environment().remove("MAVEN_ARGS");

        int code = build.start().waitFor();

        assertThat(code).as(Files.readString(log)).isZero();
        assertThat(jar(folder.resolve("vocabulary/target"))).hasSameBinaryContentAs(jar(Path.of("target")));
    }

    private static Path jar(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
