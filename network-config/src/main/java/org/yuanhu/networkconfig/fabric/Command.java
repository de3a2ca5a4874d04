package org.yuanhu.networkconfig.fabric;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of a program, to its end or a time limit. */
public final class Command {
    private static final int LINES_SHOWN = 8;

    private final List<String> words;
    private final Map<String, String> environment = new TreeMap<>();
    private Path folder = Path.of("").toAbsolutePath();
    private Duration limit = Duration.ofMinutes(1);

    private Command(List<String> words) {
        this.words = words;
    }

    /** A program with its arguments. */
    public static Command of(Path program, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(program.toString());
        words.addAll(List.of(arguments));
        return new Command(words);
    }

    /** Adds variables to those of this process. */
    public Command with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Runs it in a folder. */
    public Command in(Path where) {
        folder = where;
        return this;
    }

    /** Ends it after a time; 60 seconds if not said. */
    public Command within(Duration time) {
        limit = time;
        return this;
    }

    /**
     * Runs it.
     *
     * @return what it wrote to both its outputs
     * @throws CommandFailedException if it cannot be started, takes too long, or exits with anything but 0
     */
    public String run() {
        Path output = null;
        try {
            output = Files.createTempFile("yuanhu-command", ".out");
            ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
            builder.environment().putAll(environment);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (!ended) {
                throw new CommandFailedException(
                        name() + " did not end within " + limit.toSeconds() + " s: " + tail(said));
            }
            if (process.exitValue() != 0) {
                throw new CommandFailedException(name() + " exited with " + process.exitValue() + ": " + tail(said));
            }
            return said;
        } catch (IOException e) {
            throw new CommandFailedException(name() + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(name() + " was interrupted");
        } finally {
            delete(output);
        }
    }

    /** The program and its first words, without paths or values: enough to recognise it in a message. */
    private String name() {
        StringBuilder name =
                new StringBuilder(String.valueOf(Path.of(words.get(0)).getFileName()));
        for (String word : words.subList(1, words.size())) {
            if (word.startsWith("-")) {
                break;
            }
            name.append(' ').append(word);
        }
        return name.toString();
    }

    private static String tail(String said) {
        List<String> lines = said.strip().lines().toList();
        return String.join(
                System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    private static void delete(@Nullable Path output) {
        if (output != null) {
            try {
                Files.deleteIfExists(output);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + output, e);
            }
        }
    }
}
