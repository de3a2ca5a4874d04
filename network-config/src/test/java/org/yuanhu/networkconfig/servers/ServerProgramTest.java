package org.yuanhu.networkconfig.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.networkconfig.fabric.CommandFailedException;

class ServerProgramTest {
    @TempDir
    Path folder;

    private Path kept;
    private ServerProgram program;

    @BeforeEach
    void open() {
        kept = folder.resolve("server-program");
        program = new ServerProgram(kept);
    }

    @Test
    void aJarIsTakenApartOnceForAsLongAsItIsTheSame() throws IOException {
        Path jar = BootJar.write(folder.resolve("built.jar"), "4");

        Path first = program.of(jar, true);
        Files.writeString(first.resolveSibling("mark"), "there before");

        assertThat(first.getFileName()).hasToString("server.jar");
        assertThat(first).exists().startsWith(kept);
        assertThat(program.of(jar, true)).isEqualTo(first);
        assertThat(first.resolveSibling("mark")).exists();
        assertThat(list(kept)).as("nothing unfinished").containsExactly(first.getParent());
    }

    @Test
    void anotherVersionGoesWhenNothingRunsFromIt() throws IOException {
        Path old = program.of(BootJar.write(folder.resolve("built.jar"), "4.0"), true);

        Path next = program.of(BootJar.write(folder.resolve("built.jar"), "4.1"), false);
        assertThat(old).as("a server may run from it").exists();
        assertThat(next).exists().isNotEqualTo(old);

        assertThat(program.of(folder.resolve("built.jar"), true)).isEqualTo(next);
        assertThat(list(kept)).containsExactly(next.getParent());
    }

    @Test
    void aJarWithNoneInsideIsStartedAsItIs() throws IOException {
        Path jar = jar(new Manifest());

        assertThat(program.of(jar, true)).isEqualTo(jar);
        assertThat(kept).doesNotExist();
    }

    @Test
    void whatCannotBeTakenApartIsSaidAndLeavesNothingToStart() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Spring-Boot-Version", "4");
        Path jar = jar(manifest);

        assertThatThrownBy(() -> program.of(jar, true)).isInstanceOf(CommandFailedException.class);
        assertThatThrownBy(() -> program.of(jar, true)).isInstanceOf(CommandFailedException.class);
    }

    private Path jar(Manifest manifest) throws IOException {
        Path jar = folder.resolve("other.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream written = new JarOutputStream(out, manifest)) {
            written.finish();
        }
        return jar;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
