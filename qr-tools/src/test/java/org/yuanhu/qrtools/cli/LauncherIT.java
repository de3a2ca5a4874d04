package org.yuanhu.qrtools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a person starts it, in a process of its own. */
class LauncherIT {
    @TempDir
    private Path folder;

    @Test
    void theLauncherRunsFromABuildAndSpeaksTheLanguageOfLang() throws Exception {
        assertThat(launch(Map.of("LANG", "en_GB.UTF-8", "LC_ALL", ""), "vectors", vectors()))
                .isZero();
        assertThat(output()).contains("all equal");
        assertThat(launch(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", ""), "vectors", vectors()))
                .isZero();
        assertThat(output()).contains("全部相同");
        assertThat(launch(Map.of("LANG", "C", "LC_ALL", "C"))).isEqualTo(2);
    }

    /** A heap that holds the program and its font, but not the pages of 30,000 labels (25 MB deflated, ten times that drawn). */
    @Test
    void memoryDoesNotGrowWithTheRun() throws Exception {
        assertThat(java(
                        "-Xmx40m",
                        "issue",
                        "--consortium",
                        "demo-52",
                        "--gtin",
                        "09527763170661",
                        "--lot",
                        "2026-WLN-07",
                        "--run",
                        "52012301",
                        "--count",
                        "30000",
                        "--secret",
                        "run.secret",
                        "--out",
                        "run.json"))
                .as(output())
                .isZero();
        assertThat(java(
                        "-Xmx40m",
                        "print",
                        "run.json",
                        "--secret",
                        "run.secret",
                        "--origin",
                        "https://yuanhu.example",
                        "--product",
                        "walnuts",
                        "--cooperative",
                        "cooperative",
                        "--out",
                        "labels.pdf"))
                .as(output())
                .isZero();
        assertThat(Files.size(folder.resolve("labels.pdf"))).isGreaterThan(20_000_000);
        assertThat(output()).contains("30000 labels written");
    }

    private String vectors() {
        return Path.of("../vocabulary/src/test/resources/vectors/labels.json")
                .toAbsolutePath()
                .toString();
    }

    private int launch(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(Path.of("bin/labels").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return start(command, environment);
    }

    private int java(String heap, String... arguments) throws Exception {
        String home = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of("target/classes").toAbsolutePath() + System.getProperty("path.separator")
                + Path.of("target/lib").toAbsolutePath() + "/*";
        List<String> command = new ArrayList<>(
                List.of(home, heap, "-XX:+UseSerialGC", "-Duser.language=en", "-cp", classes, Labels.class.getName()));
        command.addAll(List.of(arguments));
        return start(command, Map.of());
    }

    private int start(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String output() throws IOException {
        Path output = folder.resolve("output");
        return Files.exists(output) ? Files.readString(output, StandardCharsets.UTF_8) : "";
    }
}
