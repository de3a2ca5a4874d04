package org.yuanhu.networkconfig.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/** What systemd itself says of the units that are rendered; it needs to run for that as little as the units do. */
class SystemdUnitsIT {
    private static final String PROGRAM = "systemd-analyze";

    @TempDir
    Path folder;

    @Test
    void systemdTakesEveryLineOfEveryUnitAndKeepsItsFilesFromOthers() throws Exception {
        assumeTrue(isThere(), PROGRAM + " is not on this machine: units are looked at as text only, by RenderingTest");
        for (Path unit : units()) {
            assertThat(run("verify", "--man=no", unit.toString()))
                    .as(unit.toString())
                    .isEmpty();
            assertThat(run("security", "--offline=true", "--no-pager", unit.toString()))
                    .containsPattern("(?m)^. UMask= .*only by service's own user")
                    .containsPattern("(?m)^. NoNewPrivileges= .*cannot acquire new privileges");
        }
    }

    /** Each starts a program that is on this machine, as the nodes' own are not. */
    private List<Path> units() throws IOException {
        NetworkFolder network = new NetworkFolder(folder.resolve("network"), Consortium.demo());
        OrganisationFolder platform = network.organisations().get(2);
        Path bundles = Path.of("../consortium/src/test/resources/bundles");
        try (Stream<Path> files = Files.walk(bundles)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = platform.bundles().resolve(bundles.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        new HostRenderer(platform, network.consortium()).render();
        assertThat(platform.msp()).isEqualTo(new MspId("PlatformMSP"));
        String program = ProcessHandle.current().info().command().orElseThrow();
        try (Stream<Path> files = Files.list(platform.root().resolve("systemd"))) {
            List<Path> units = files.toList();
            assertThat(units).hasSize(NodeKind.values().length);
            for (Path unit : units) {
                Files.writeString(
                        unit, Files.readString(unit).replaceFirst("(?m)^ExecStart=\\S+", "ExecStart=" + program));
            }
            return units;
        }
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder(PROGRAM, "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static String run(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(PROGRAM), Stream.of(words)).toList());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
