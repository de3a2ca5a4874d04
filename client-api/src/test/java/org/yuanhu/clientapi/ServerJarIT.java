package org.yuanhu.clientapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar as it was just built. */
class ServerJarIT {
    private static final long LARGEST = 110_000_000;

    private static Path file;
    private static List<String> names;

    @BeforeAll
    static void list() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            file = built.filter(path -> path.getFileName().toString().matches("client-api-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            names = jar.stream().map(JarEntry::getName).toList();
        }
    }

    @Test
    void hasAtMost110Megabytes() throws IOException {
        assertThat(Files.size(file)).isLessThanOrEqualTo(LARGEST);
    }

    @Test
    void carriesRocksDbForFourPlatformsAndOnce() {
        assertThat(names.stream().filter(name -> name.contains("librocksdbjni")))
                .containsExactlyInAnyOrder(
                        "BOOT-INF/classes/librocksdbjni-linux64.so",
                        "BOOT-INF/classes/librocksdbjni-linux-aarch64.so",
                        "BOOT-INF/classes/librocksdbjni-osx-arm64.jnilib",
                        "BOOT-INF/classes/librocksdbjni-win64.dll");
        assertThat(names).contains("BOOT-INF/classes/org/rocksdb/RocksDB.class");
        assertThat(names).noneMatch(name -> name.startsWith("BOOT-INF/lib/rocksdbjni"));
    }

    /** By the words by which the operator's tool and page do. */
    @Test
    void isTakenApartBySpringBootsToolAndStartsFromThere(@TempDir Path folder) throws Exception {
        Path program = folder.resolve("server");
        run(
                "-Djarmode=tools",
                "-jar",
                file.toString(),
                "extract",
                "--destination",
                program.toString(),
                "--application-filename",
                "server.jar");

        try (JarFile started = new JarFile(program.resolve("server.jar").toFile())) {
            assertThat(started.stream().map(JarEntry::getName))
                    .contains("org/yuanhu/clientapi/YuanhuServer.class")
                    .noneMatch(name -> name.startsWith("BOOT-INF/"));
        }
        try (Stream<Path> libraries = Files.list(program.resolve("lib"))) {
            assertThat(libraries.map(library -> library.getFileName().toString()))
                    .anyMatch(library -> library.startsWith("chaincode-"));
        }
        assertThat(run("-jar", program.resolve("server.jar").toString(), "labels", "--help"))
                .contains("Usage: labels");
    }

    private static String run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void carriesNothingOfTheOperatorsTool() {
        assertThat(names).contains("BOOT-INF/classes/org/yuanhu/clientapi/YuanhuServer.class");
        assertThat(names).noneMatch(name -> name.contains("networkconfig") || name.contains("network-config"));
    }
}
