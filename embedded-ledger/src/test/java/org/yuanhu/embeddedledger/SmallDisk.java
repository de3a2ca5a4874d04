package org.yuanhu.embeddedledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own with little room, which the test can fill and empty; needs the right to mount one. */
final class SmallDisk implements AutoCloseable {
    private static final int CHUNK = 64 << 10;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one; where that is not possible the test is skipped with the reason, and fails with {@code CI=true}. */
    static SmallDisk mount(Path folder, int mebibytes) throws IOException, InterruptedException {
        String said = run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
        if (!said.isEmpty()) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), "no small disk can be mounted here: " + said);
            throw new IOException(said);
        }
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        Path filler = folder.resolve("filler");
        byte[] chunk = new byte[CHUNK];
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw full;
            }
        }
    }

    void empty() throws IOException {
        Files.delete(folder.resolve("filler"));
    }

    @Override
    public void close() throws IOException {
        try {
            String said = run("umount", folder.toString());
            if (!said.isEmpty()) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return "no program " + command[0];
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? "" : said + " (" + command[0] + ")";
    }
}
