package org.yuanhu.embeddedledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger was acknowledged, in a file beside the stores.
 *
 * <p>A write-ahead log cut short by a power failure and one with a flipped bit near its end look the same from inside;
 * from here they do not, because what was acknowledged had been synced. The tip is written after the log is synced and
 * before anything is acknowledged, but not synced itself: it survives a killed process exactly, and after a power
 * failure it is at worst a little behind, which only makes it a weaker lower bound. Two slots are written in turn, so a
 * torn write leaves the other.
 *
 * @param height blocks acknowledged
 * @param hash header hash of the last of them
 * @param privateBlock the last block that wrote private values, 0 for none
 * @param clean whether the ledger was closed properly after this
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its fields where it is compared
record Tip(long height, byte[] hash, long privateBlock, boolean clean) {
    private static final int MAGIC = 0x59485431;
    private static final int SLOT = 80;
    private static final int HASH_BYTES = 32;
    private static final int BODY = Integer.BYTES + 3 * Long.BYTES + HASH_BYTES + 1;

    private ByteBuffer encode(long sequence) {
        ByteBuffer slot = ByteBuffer.allocate(SLOT)
                .putInt(MAGIC)
                .putLong(sequence)
                .putLong(height)
                .put(hash)
                .putLong(privateBlock)
                .put((byte) (clean ? 1 : 0));
        slot.putInt(checksum(slot.array(), 0));
        return slot.rewind();
    }

    private static int checksum(byte[] bytes, int offset) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset, BODY);
        return (int) checksum.getValue();
    }

    /** The newest readable tip in a file; empty if there is no such file. */
    static Optional<Tip> read(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(Files.readAllBytes(path), 2 * SLOT);
        Slot newest = null;
        for (int offset = 0; offset < bytes.length; offset += SLOT) {
            Slot slot = Slot.decode(bytes, offset);
            if (slot != null && (newest == null || slot.sequence > newest.sequence)) {
                newest = slot;
            }
        }
        if (newest == null) {
            throw new IOException(path + " holds no readable tip");
        }
        return Optional.of(newest.tip);
    }

    private record Slot(long sequence, Tip tip) {
        static @Nullable Slot decode(byte[] bytes, int offset) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, SLOT);
            if (buffer.getInt() != MAGIC) {
                return null;
            }
            long sequence = buffer.getLong();
            long height = buffer.getLong();
            byte[] hash = new byte[HASH_BYTES];
            buffer.get(hash);
            Tip tip = new Tip(height, hash, buffer.getLong(), buffer.get() == 1);
            return buffer.getInt() == checksum(bytes, offset) ? new Slot(sequence, tip) : null;
        }
    }

    /** Writes tips, each over the older of the two slots. */
    static final class Writer implements AutoCloseable {
        private final FileChannel channel;
        private long sequence;

        Writer(Path path, Tip first) throws IOException {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            sequence = System.currentTimeMillis() << 20;
            write(first);
            write(first);
            channel.force(true);
        }

        void write(Tip tip) throws IOException {
            sequence++;
            channel.write(tip.encode(sequence), (sequence & 1) * SLOT);
        }

        void close(Tip last) throws IOException {
            write(last);
            write(last);
            channel.force(true);
            channel.close();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
