package org.yuanhu.clientapi.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.networkconfig.cli.NetworkCommand;

/** {@code docs/connect-a-client.md} works as it is written: its blocks are run, in its order, with the official Node client. */
class ConnectAClientIT {
    private static final Path PAGE = Path.of("../docs/connect-a-client.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|js)\n(.*?)^```$");
    private static final Pattern OPTIONS = Pattern.compile("spring-boot\\.run\\.arguments=(\\S+)");
    private static final String PORT_OF_THE_PAGE = "7051";

    @TempDir
    Path project;

    @TempDir
    Path home;

    @BeforeAll
    static void needsNode() {
        boolean mustRun = "true".equals(System.getenv("CI"));
        Assumptions.assumeTrue(mustRun || (runs("node") && runs("npm")), "node and npm are not on this machine");
    }

    private static boolean runs(String program) {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Block(String language, String text) {}

    @Test
    void thePageWorksAsItIsWritten() throws Exception {
        String port = freePort();
        List<Block> blocks = blocks(Files.readString(PAGE).replace(PORT_OF_THE_PAGE, port));
        assertThat(blocks).extracting(Block::language).containsExactly("sh", "sh", "sh", "js", "sh");
        layOutTheProject();

        try (ServerOnRandomPort server = ServerOnRandomPort.start(home, options(blocks.get(0)))) {
            assertThat(server.address()).isNotEmpty();
            String listed = bash(project, blocks.get(1));
            assertThat(listed).contains("province").contains("wrote cert.pem");
            bash(project, blocks.get(2));
            Path client = project.resolve("my-client");
            Files.writeString(client.resolve("client.mjs"), blocks.get(3).text());
            String said = bash(client, blocks.get(4));
            assertThat(said).contains("榕江县", "522632").containsPattern("block \\d+: ");
            assertThat(bash(client, blocks.get(4))).as("a second time").contains("榕江县");
        }
    }

    private static List<Block> blocks(String page) {
        List<Block> blocks = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(page).results().toList()) {
            blocks.add(new Block(block.group(1), block.group(2)));
        }
        return blocks;
    }

    /** What the page's first block says to the server; Maven itself is what started this test. */
    private static String[] options(Block start) {
        return OPTIONS.matcher(start.text())
                .results()
                .map(found -> found.group(1))
                .toArray(String[]::new);
    }

    /** The places that the page names, with the parts that Maven would have built. */
    private void layOutTheProject() throws IOException {
        program("mvnw", "exit 0");
        program(
                "network-config/bin/network",
                "exec '%s' -cp '%s' %s \"$@\""
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path"),
                                NetworkCommand.class.getName()));
        Path data = project.resolve("client-api/yuanhu-data");
        Files.createDirectories(data.getParent());
        Files.createSymbolicLink(data, home);
    }

    private void program(String name, String body) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String bash(Path folder, Block block) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-e", "-c", block.text())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static String freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(probe.getLocalPort());
        }
    }
}
