package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;

/** {@code kill -9} under load: what was acknowledged is there, and nothing is there by half. */
class KilledProcessIT {
    private static final int KILLS = Boolean.getBoolean("yuanhu.test.long") ? 20 : 8;

    private final TestChannel channel = new TestChannel();
    private final List<String> acknowledged = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void losesNoAcknowledgedActAndKeepsNoneByHalfWhenKilled20Times() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path keys = directory.resolve("keys");
        Files.write(keys, channel.save());
        Path ledger = directory.resolve("ledger");
        unpackStoreLibrary();
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged.size();
            killUnderLoad(ledger, keys, "r" + kill, 100 + random.nextInt(400));
            assertThat(acknowledged.size())
                    .as("acts before kill " + kill + ", seed " + seed)
                    .isGreaterThan(before);
            check(ledger);
        }
        System.out.println(acknowledged.size() + " acknowledged acts survived " + KILLS + " kills");
    }

    /** Once for all child processes; each would unpack its 60 MB again. */
    private void unpackStoreLibrary() throws IOException {
        try (InputStream library =
                RocksDB.class.getClassLoader().getResourceAsStream(Environment.getJniLibraryFileName("rocksdb"))) {
            if (library != null) {
                Files.copy(library, directory.resolve(Environment.getSharedLibraryFileName("rocksdb")));
            }
        }
    }

    private void killUnderLoad(Path ledger, Path keys, String prefix, int millis) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.library.path=" + directory,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadProcess.class.getName(),
                        ledger.toString(),
                        keys.toString(),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader acts =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            acknowledged.add(acts.readLine());
            Thread killer = new Thread(() -> {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                // Process.destroyForcibly would close the stream that is read here
                process.toHandle().destroyForcibly();
            });
            killer.start();
            String act = acts.readLine();
            while (act != null) {
                acknowledged.add(act);
                act = acts.readLine();
            }
            killer.join();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("killed, not ended").isEqualTo(128 + 9);
        String last = acknowledged.get(acknowledged.size() - 1);
        if (!last.matches(".*-[0-9]+")) {
            acknowledged.remove(acknowledged.size() - 1); // a line cut short
        }
    }

    private void check(Path directory) throws Exception {
        try (EmbeddedLedger ledger = channel.start(directory);
                Gateway gateway = TestChannel.connect(channel.user(TestChannel.COOPERATIVE), ledger.channel())) {
            assertThat(ledger.startReport().closedProperly()).isFalse();
            Acts.check(ledger, TestChannel.contract(gateway), acknowledged);
        }
    }
}
