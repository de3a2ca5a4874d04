package org.yuanhu.networkconfig.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FabricToolsTest {
    private static final Path PINNED = Path.of("tools");

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void programsThatFabricBinNamesAreTakenAndTheirVersionTold() throws IOException {
        Path bin = programs("named", "v3.1.1");

        FabricTools tools = FabricTools.locate(PINNED, Map.of("FABRIC_BIN", bin.toString()), said::add);

        assertThat(tools.version()).isEqualTo("v3.1.1");
        assertThat(tools.program("peer")).isEqualTo(bin.resolve("peer"));
        assertThat(said).isEmpty();
    }

    @Test
    void fabricBinComesBeforeThePath() throws IOException {
        Path named = programs("named", "v3.1.2");
        Path onPath = programs("on-path", "v3.1.1");
        Map<String, String> environment = Map.of("FABRIC_BIN", named.toString(), "PATH", onPath.toString());

        assertThat(FabricTools.locate(PINNED, environment, said::add).folder()).isEqualTo(named);
        assertThat(FabricTools.locate(PINNED, Map.of("PATH", "/nowhere:" + onPath), said::add)
                        .folder())
                .isEqualTo(onPath);
    }

    @Test
    void anotherReleaseIsRefusedByItsVersion() throws IOException {
        Path bin = programs("old", "v2.5.9");

        assertThatThrownBy(() -> FabricTools.locate(PINNED, Map.of("FABRIC_BIN", bin.toString()), said::add))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("FABRIC_BIN = " + bin + ": Fabric v3.1 is needed, this is v2.5.9");
    }

    @Test
    void programsOfDifferentReleasesAreRefused() throws IOException {
        Path bin = programs("mixed", "v3.1.1");
        program(bin.resolve("orderer"), "v3.1.0");

        assertThatThrownBy(() -> FabricTools.locate(PINNED, Map.of("FABRIC_BIN", bin.toString()), said::add))
                .hasMessageContaining("orderer is v3.1.0 and peer is v3.1.1");
    }

    @Test
    void aMissingProgramIsNamed() throws IOException {
        Path bin = programs("partial", "v3.1.1");
        Files.delete(bin.resolve("osnadmin"));

        assertThatThrownBy(() -> FabricTools.locate(PINNED, Map.of("FABRIC_BIN", bin.toString()), said::add))
                .hasMessageContaining("it has no program osnadmin");
    }

    @Test
    void withoutProgramsAndWithoutGoItSaysWhatToInstall() {
        Map<String, String> environment = Map.of("PATH", folder.toString(), "XDG_CACHE_HOME", folder.toString());

        assertThatThrownBy(() -> FabricTools.locate(PINNED, environment, said::add))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("install Go 1.26 or newer");
    }

    @Test
    void whatWasBuiltOnceIsKeptByItsPinnedVersions() throws IOException {
        Path go = Files.createDirectories(folder.resolve("go-bin"));
        // A stand-in for Go: it "builds" by copying programs to the folder after -o.
        Path ready = programs("ready", "v3.1.1");
        script(
                go.resolve("go"),
                "while [ \"$1\" != -o ]; do shift; done; mkdir -p \"$2\"; cp " + ready + "/* \"$2\"; echo built >> "
                        + folder + "/builds");
        Map<String, String> environment = Map.of(
                "PATH",
                go + ":" + System.getenv("PATH"),
                "XDG_CACHE_HOME",
                folder.resolve("cache").toString());

        FabricTools first = FabricTools.locate(PINNED, environment, said::add);
        FabricTools second = FabricTools.locate(PINNED, environment, said::add);

        assertThat(second.folder()).isEqualTo(first.folder());
        assertThat(first.folder().toString())
                .startsWith(folder.resolve("cache/yuanhu/fabric-v3.1.1-").toString());
        assertThat(Files.readAllLines(folder.resolve("builds"))).hasSize(1);
        assertThat(said).singleElement().asString().contains("building Fabric v3.1.1 with Go");
    }

    private Path programs(String name, String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name));
        for (String program : List.of("peer", "orderer", "osnadmin", "configtxgen", "configtxlator")) {
            program(bin.resolve(program), version);
        }
        return bin;
    }

    private static void program(Path file, String version) throws IOException {
        script(file, "echo x:; echo ' Version: " + version + "'");
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
