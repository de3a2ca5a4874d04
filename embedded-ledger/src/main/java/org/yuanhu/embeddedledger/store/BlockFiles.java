package org.yuanhu.embeddedledger.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.RocksDBException;

/** Blocks as files of their own, for tools that know Fabric and not this ledger. */
public final class BlockFiles {
    private BlockFiles() {}

    /**
     * Writes blocks of a ledger, running or not, as {@code <number>.block}: Fabric's {@code common.Block}, the bytes as they are
     * kept.
     *
     * @param ledger directory of the ledger
     * @param folder where to; made if absent
     * @param from number of the first block, 0 or more
     * @param to number of the last; the newest, if there are not so many
     * @return how many were written
     * @throws DamagedLedgerException if there is no ledger, or it cannot be read
     * @throws IOException if there is no block {@code from}, or a file cannot be written
     */
    public static long write(Path ledger, Path folder, long from, long to) throws IOException {
        if (!Files.exists(ledger.resolve(LedgerStore.TIP))) {
            throw new DamagedLedgerException(ledger + " is not a whole ledger: there is no file " + LedgerStore.TIP);
        }
        try (PublicStore store = PublicStore.openReadOnly(ledger.resolve(LedgerStore.PUBLIC))) {
            long height = store.height();
            if (from >= height) {
                throw new IOException("there is no block " + from + ": the newest is " + (height - 1));
            }
            Files.createDirectories(folder);
            long end = Math.min(to, height - 1);
            for (long number = from; number <= end; number++) {
                Files.write(folder.resolve(number + ".block"), bytes(store, number));
            }
            return end - from + 1;
        } catch (RocksDBException | StoreException e) {
            throw new DamagedLedgerException("the ledger in " + ledger + " cannot be read", e);
        }
    }

    private static byte[] bytes(PublicStore store, long number) throws DamagedLedgerException {
        return store.blockBytes(number)
                .orElseThrow(() -> new DamagedLedgerException("block " + number + " is missing"));
    }
}
