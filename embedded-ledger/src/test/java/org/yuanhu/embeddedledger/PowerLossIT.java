package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.embeddedledger.WriteAheadLog.Fragment;
import org.yuanhu.embeddedledger.store.DamagedLedgerException;

/**
 * What a power failure or a failing disk leaves. An image is the directory as it was when act {@link #SYNCED} had been
 * acknowledged; the logs go on beyond it with acts that were written but, for the image, neither synced nor acknowledged.
 */
class PowerLossIT {
    private static final int SYNCED = 6;
    private static final int WRITTEN = 11;

    private final TestChannel channel = new TestChannel();
    private final TestOrganisation.Holder user = channel.user(TestChannel.COOPERATIVE);
    private final List<String> acknowledged = new ArrayList<>();
    private final Random random = new Random();
    private final long seed = System.nanoTime();

    @TempDir
    Path directory;

    private Path image;
    private byte[] publicLog;
    private byte[] privateLog;
    private int publicSynced;
    private int privateSynced;
    private int copies;

    @BeforeEach
    void record() throws Exception {
        random.setSeed(seed);
        Path live = directory.resolve("live");
        image = directory.resolve("image");
        try (EmbeddedLedger ledger = channel.start(live);
                Gateway gateway = TestChannel.connect(user, ledger.channel())) {
            Contract contract = TestChannel.contract(gateway);
            for (int number = 0; number < WRITTEN; number++) {
                if (number == SYNCED) {
                    copy(live, image);
                    publicSynced = (int) Files.size(WriteAheadLog.newest(live.resolve("public")));
                    privateSynced = (int) Files.size(WriteAheadLog.newest(live.resolve("private")));
                }
                Acts.perform(contract, "act", number);
                if (number < SYNCED) {
                    acknowledged.add("act-" + number);
                }
            }
            publicLog = Files.readAllBytes(WriteAheadLog.newest(live.resolve("public")));
            privateLog = Files.readAllBytes(WriteAheadLog.newest(live.resolve("private")));
        }
    }

    @Test
    void startsWithEveryAcknowledgedActWhereverTheLogIsCutAfterTheLastSync() throws Exception {
        int cuts = 0;
        for (int cut : cutsAfter(publicLog, publicSynced)) {
            startsWhole(Arrays.copyOf(publicLog, cut), privateLog);
            cuts++;
        }
        for (int cut : cutsAfter(privateLog, privateSynced)) {
            startsWhole(Arrays.copyOf(publicLog, publicSynced), Arrays.copyOf(privateLog, cut));
            cuts++;
        }
        assertThat(cuts).isGreaterThan(50);
    }

    @Test
    void startsThoughWhatWasNotSyncedIsGarbage() throws Exception {
        for (int trial = 0; trial < 10; trial++) {
            byte[] torn = publicLog.clone();
            int from = publicSynced + random.nextInt(publicLog.length - publicSynced);
            byte[] noise = new byte[publicLog.length - from];
            if (trial % 2 == 0) {
                random.nextBytes(noise);
            }
            System.arraycopy(noise, 0, torn, from, noise.length);
            startsWhole(torn, privateLog);
        }
    }

    @Test
    void refusesToStartWhenTheLogIsCutBeforeTheLastSync() throws Exception {
        for (Fragment fragment : WriteAheadLog.fragments(Arrays.copyOf(publicLog, publicSynced))) {
            refuses(Arrays.copyOf(publicLog, fragment.from()), Arrays.copyOf(privateLog, privateSynced));
            refuses(Arrays.copyOf(publicLog, fragment.to() - 1), Arrays.copyOf(privateLog, privateSynced));
        }
        for (Fragment fragment : WriteAheadLog.fragments(Arrays.copyOf(privateLog, privateSynced))) {
            if (fragment.to() - fragment.from() > 200) { // not a removal that may be lost and done again
                refuses(Arrays.copyOf(publicLog, publicSynced), Arrays.copyOf(privateLog, fragment.from()));
            }
        }
    }

    @Test
    void noticesAFlippedBitBeforeTheLastSync() throws Exception {
        int flips = 0;
        for (Fragment fragment : WriteAheadLog.fragments(Arrays.copyOf(publicLog, publicSynced))) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < WriteAheadLog.HEADER; i++) {
                places.add(fragment.from() + i);
            }
            for (int i = 0; i < 4; i++) {
                places.add(fragment.from()
                        + WriteAheadLog.HEADER
                        + random.nextInt(fragment.to() - fragment.from() - WriteAheadLog.HEADER));
            }
            for (int place : places) {
                // at the very end of the log, and with more behind it
                refuses(flipped(publicLog, place, publicSynced), Arrays.copyOf(privateLog, privateSynced));
                flips++;
            }
        }
        assertThat(flips).isGreaterThan(50);
    }

    /** RocksDB does not come back from opening such a log, so it is noticed before. */
    @Test
    void noticesARecordThatClaimsToBeOfARecycledLog() throws Exception {
        Fragment third =
                WriteAheadLog.fragments(Arrays.copyOf(publicLog, publicSynced)).get(2);
        for (int type : new int[] {5, 6, 7, 8, 11, 131}) {
            byte[] log = Arrays.copyOf(publicLog, publicSynced);
            log[third.from() + 6] = (byte) type;
            refuses(log, Arrays.copyOf(privateLog, privateSynced));
        }
    }

    @Test
    void noticesAFlippedBitInEveryTableFileAndManifest() throws Exception {
        Path whole = directory.resolve("whole");
        copy(image, whole);
        try (EmbeddedLedger ledger = channel.start(whole)) {
            ledger.compact();
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(whole)) {
            files = all.filter(file -> file.toString().endsWith(".sst")
                            || file.getFileName().toString().startsWith("MANIFEST"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(4);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, flipped(bytes, random.nextInt(bytes.length), bytes.length));
            assertThatThrownBy(() -> channel.start(whole))
                    .as(file + ", seed " + seed)
                    .isInstanceOf(IOException.class);
            Files.write(file, bytes);
        }
        channel.start(whole).close();
    }

    @Test
    void noticesAMissingOrDamagedTip() throws Exception {
        Path tip = image.resolve("tip");
        byte[] bytes = Files.readAllBytes(tip);
        Files.write(tip, new byte[bytes.length]);
        assertThatThrownBy(() -> channel.start(image)).isInstanceOf(DamagedLedgerException.class);
        Files.delete(tip);
        assertThatThrownBy(() -> channel.start(image)).isInstanceOf(DamagedLedgerException.class);
        Files.write(tip, bytes);
        channel.start(image).close();
    }

    private byte[] flipped(byte[] bytes, int place, int length) {
        byte[] copy = Arrays.copyOf(bytes, length);
        copy[place] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    /** Every record boundary after an offset, and places inside every record. */
    private List<Integer> cutsAfter(byte[] log, int offset) {
        List<Integer> cuts = new ArrayList<>(List.of(offset));
        for (Fragment fragment : WriteAheadLog.fragments(log)) {
            if (fragment.from() >= offset) {
                int length = fragment.to() - fragment.from();
                for (int inside : new int[] {1, 4, 6, WriteAheadLog.HEADER, length / 2, length - 1, length}) {
                    cuts.add(fragment.from() + inside);
                }
                cuts.add(fragment.from() + 1 + random.nextInt(length));
            }
        }
        return cuts;
    }

    private Path with(byte[] newPublicLog, byte[] newPrivateLog) throws IOException {
        Path copy = directory.resolve("copy" + copies++);
        copy(image, copy);
        Files.write(WriteAheadLog.newest(copy.resolve("public")), newPublicLog);
        Files.write(WriteAheadLog.newest(copy.resolve("private")), newPrivateLog);
        return copy;
    }

    private void startsWhole(byte[] newPublicLog, byte[] newPrivateLog) throws Exception {
        Path copy = with(newPublicLog, newPrivateLog);
        String where = "logs of %d and %d bytes, seed %d".formatted(newPublicLog.length, newPrivateLog.length, seed);
        try (EmbeddedLedger ledger = channel.start(copy);
                Gateway gateway = TestChannel.connect(user, ledger.channel())) {
            assertThat(ledger.startReport().closedProperly()).isFalse();
            assertThat(ledger.startReport().unacknowledgedBlocks()).as(where).isEqualTo(ledger.height() - 1 - SYNCED);
            Contract contract = TestChannel.contract(gateway);
            Acts.check(ledger, contract, acknowledged);
            Acts.perform(contract, "later", 0);
            Acts.perform(contract, "later", 1);
            Acts.check(ledger, contract, List.of("later-0", "later-1"));
        }
        assertThat(EmbeddedLedger.verify(copy)).as(where).isGreaterThan(SYNCED);
        delete(copy);
    }

    private void refuses(byte[] newPublicLog, byte[] newPrivateLog) throws Exception {
        Path copy = with(newPublicLog, newPrivateLog);
        Map<String, byte[]> before = content(copy);
        assertThatThrownBy(() -> channel.start(copy).close())
                .as("logs of %d and %d bytes, seed %d", newPublicLog.length, newPrivateLog.length, seed)
                .isInstanceOf(DamagedLedgerException.class)
                .hasMessageContaining("restore a backup");
        assertThat(content(copy)).as("nothing was changed on disk").containsExactlyEntriesOf(before);
        delete(copy);
    }

    /** Everything but RocksDB's information logs. */
    private static Map<String, byte[]> content(Path directory) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith("LOG")) {
                    content.put(directory.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return content;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
