package org.yuanhu.networkconfig.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.networkconfig.fabric.Command;

class ChaincodeCodeTest {
    @TempDir
    Path folder;

    @Test
    void theSameCodeIsTheSamePackageWhereverItLies() throws IOException {
        ChaincodeCode here = code("here", "one");
        ChaincodeCode there = code("there", "one");

        assertThat(there.packaged()).isEqualTo(here.packaged());
        assertThat(there.packageId()).isEqualTo(here.packageId()).startsWith("yuanhu_" + here.version() + ":");
    }

    @Test
    void anotherJarIsAnotherVersion() throws IOException {
        assertThat(code("here", "one").version())
                .isNotEqualTo(code("there", "two").version());
    }

    @Test
    void anotherMainClassIsAnotherVersion() throws IOException {
        Path jar = Files.writeString(folder.resolve("a.jar"), "one");

        assertThat(ChaincodeCode.of("yuanhu", List.of(jar), "A").version())
                .isNotEqualTo(ChaincodeCode.of("yuanhu", List.of(jar), "B").version());
    }

    @Test
    void thePackageIsWhatTarReads() throws IOException {
        Path file = folder.resolve("package.tar.gz");
        Files.write(file, code("here", "one").packaged());

        assertThat(Command.of(Path.of("/bin/tar"), "tzf", file.toString()).run().lines())
                .containsExactly("code.tar.gz", "metadata.json");
        assertThat(Command.of(Path.of("/bin/tar"), "xzOf", file.toString(), "metadata.json")
                        .run())
                .matches("\\{\"label\":\"yuanhu_[0-9a-f]{12}\",\"type\":\"ccaas\"}");
    }

    @Test
    void copyingReplacesTheJarsOfAnotherVersion() throws IOException {
        Path lib = folder.resolve("lib");
        code("old", "one").copyTo(lib);
        Files.writeString(lib.resolve("gone.jar"), "left over");

        code("new", "two").copyTo(lib);

        assertThat(lib.resolve("gone.jar")).doesNotExist();
        assertThat(lib.resolve("code.jar")).hasContent("two");
    }

    @Test
    void noJarOrTwoOfOneNameAreRefused() throws IOException {
        code("here", "one");
        code("there", "two");
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThatThrownBy(() -> ChaincodeCode.of("yuanhu", List.of(empty), "A"))
                .hasMessageContaining("there is no jar");
        assertThatThrownBy(() -> ChaincodeCode.of("yuanhu", List.of(folder.resolve("x.jar")), "A"))
                .hasMessageContaining("no such file");
        assertThatThrownBy(
                        () -> ChaincodeCode.of("yuanhu", List.of(folder.resolve("here"), folder.resolve("there")), "A"))
                .hasMessageContaining("two jars have this name");
    }

    private ChaincodeCode code(String where, String content) throws IOException {
        Path at = Files.createDirectories(folder.resolve(where));
        Files.writeString(at.resolve("code.jar"), content);
        return ChaincodeCode.of("yuanhu", List.of(at), "org.example.Main");
    }
}
