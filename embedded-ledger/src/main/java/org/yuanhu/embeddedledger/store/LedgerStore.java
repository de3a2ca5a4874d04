package org.yuanhu.embeddedledger.store;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.yuanhu.consortium.trust.BlockHash;
import org.yuanhu.embeddedledger.store.BlockUpdate.HashedKey;

/** The ledger on disk: public store, private store and tip, opened, verified and written as one. */
public final class LedgerStore implements AutoCloseable {
    static final String PUBLIC = "public";
    static final String PRIVATE = "private";
    static final String TIP = "tip";

    private final Path directory;
    private final PublicStore publicStore;
    private final PrivateStore privateStore;
    private final Tip.Writer tipWriter;
    private final StartReport report;
    private final List<View> views = new ArrayList<>();
    private volatile View view;
    private Tip tip;

    private LedgerStore(Path directory, PublicStore publicStore, PrivateStore privateStore, StartReport report)
            throws IOException {
        this.directory = directory;
        this.publicStore = publicStore;
        this.privateStore = privateStore;
        this.report = report;
        tip = found();
        tipWriter = new Tip.Writer(directory.resolve(TIP), tip);
        view = new View(publicStore, privateStore, tip.height());
        views.add(view);
    }

    /**
     * Opens a ledger directory, or makes one.
     *
     * @param genesis makes block 0 of a new ledger
     * @throws DamagedLedgerException if what was acknowledged is not there any more; nothing on disk was changed then
     */
    public static LedgerStore open(Path directory, Supplier<Block> genesis) throws IOException {
        Files.createDirectories(directory);
        Path tipFile = directory.resolve(TIP);
        Optional<Tip> tip = readTip(tipFile);
        int verified = 0;
        if (tip.isPresent()) {
            verified = verify(directory, tip.get(), TailCheck.TAIL_BLOCKS, false);
        }
        PublicStore publicStore = null;
        PrivateStore privateStore = null;
        try {
            publicStore = PublicStore.open(directory.resolve(PUBLIC));
            privateStore = PrivateStore.open(directory.resolve(PRIVATE));
            if (tip.isEmpty()) {
                create(publicStore, directory, genesis);
            }
            long height = publicStore.height();
            int discarded = privateStore.recover(height);
            long acknowledged = tip.map(Tip::height).orElse(height);
            StartReport report = new StartReport(
                    height,
                    tip.isEmpty(),
                    tip.map(Tip::clean).orElse(true),
                    height - acknowledged,
                    discarded,
                    verified);
            LedgerStore store = new LedgerStore(directory, publicStore, privateStore, report);
            Archive.sync(directory);
            return store;
        } catch (RocksDBException e) {
            closeAll(publicStore, privateStore);
            throw new IOException("the ledger in " + directory + " cannot be opened: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            closeAll(publicStore, privateStore);
            throw e;
        }
    }

    /**
     * Opens a ledger that must be there already.
     *
     * @throws DamagedLedgerException if there is none, or it is damaged
     */
    public static LedgerStore openExisting(Path directory) throws IOException {
        if (!Files.exists(directory.resolve(TIP))) {
            throw new DamagedLedgerException(directory + " is not a whole ledger: there is no file " + TIP);
        }
        return open(directory, () -> {
            throw new IllegalStateException("a ledger with a tip has its first block");
        });
    }

    private static void closeAll(@Nullable PublicStore publicStore, @Nullable PrivateStore privateStore) {
        if (publicStore != null) {
            publicStore.close();
        }
        if (privateStore != null) {
            privateStore.close();
        }
    }

    private static Optional<Tip> readTip(Path file) throws DamagedLedgerException {
        try {
            return Tip.read(file);
        } catch (IOException e) {
            throw new DamagedLedgerException("the file that says how far the ledger was acknowledged is damaged", e);
        }
    }

    private static void create(PublicStore store, Path directory, Supplier<Block> genesis) throws IOException {
        if (store.height() > 1) {
            throw new DamagedLedgerException("there are blocks in " + directory + " but no file " + TIP);
        }
        if (store.height() == 0) {
            BlockUpdate first = new BlockUpdate(0);
            first.seal(genesis.get());
            store.commit(first);
        }
    }

    /** Reads the end of a ledger, or all of it, without changing it. */
    static int verify(Path directory, Tip tip, long blocks, boolean allFiles) throws IOException {
        if (!Files.exists(directory.resolve(PUBLIC)) || !Files.exists(directory.resolve(PRIVATE))) {
            throw new DamagedLedgerException("a store is missing in " + directory);
        }
        LogFiles.mustNotClaimToBeRecycled(directory.resolve(PUBLIC));
        LogFiles.mustNotClaimToBeRecycled(directory.resolve(PRIVATE));
        try (PublicStore publicStore = PublicStore.openReadOnly(directory.resolve(PUBLIC));
                PrivateStore privateStore = PrivateStore.openReadOnly(directory.resolve(PRIVATE))) {
            TailCheck check = new TailCheck(publicStore, privateStore);
            check.verifyFiles(allFiles);
            return check.verify(tip, blocks);
        } catch (RocksDBException | StoreException e) {
            throw new DamagedLedgerException("the ledger in " + directory + " cannot be read", e);
        }
    }

    private static Block lastBlock(PublicStore store, long height) throws DamagedLedgerException {
        try {
            return store.block(height - 1).orElseThrow();
        } catch (InvalidProtocolBufferException e) {
            throw new DamagedLedgerException("block " + (height - 1) + " cannot be read", e);
        }
    }

    /** What the start found. */
    public StartReport report() {
        return report;
    }

    /** The public store's newest contents. */
    public PublicStore current() {
        return publicStore;
    }

    /** Header hash of the last block. */
    public byte[] lastHash() {
        return tip.hash();
    }

    /**
     * The ledger as of the last acknowledged block; close it after reading.
     *
     * @throws StoreException if the store was closed after a failure and is not open again
     */
    public View view() {
        while (true) {
            View now = view;
            if (now.hold()) {
                return now;
            }
            if (!publicStore.isOpen()) {
                throw new StoreException("the ledger's store is closed: it could not be opened again");
            }
            if (now.equals(view)) {
                LockSupport.parkNanos(
                        TimeUnit.MILLISECONDS.toNanos(1)); // the next one comes when the stores are open again
            }
        }
    }

    /**
     * Writes a block so that it survives a power failure, then makes it visible. Called by one thread only.
     *
     * @throws IOException if the tip could not be written
     * @throws StoreException if a store could not be written; nothing may be acknowledged after that
     */
    public void commit(BlockUpdate update) throws IOException {
        boolean touchesPrivate = !update.hashes().isEmpty();
        List<byte[]> replaced = touchesPrivate ? replaced(update) : List.of();
        if (touchesPrivate) {
            privateStore.prepare(update, replaced);
        }
        publicStore.commit(update);
        show(update.number() + 1);
        if (touchesPrivate) {
            privateStore.settle(replaced);
        }
        byte[] hash = BlockHash.of(update.block().getHeader()).bytes();
        tip = new Tip(update.number() + 1, hash, touchesPrivate ? update.number() : tip.privateBlock(), false);
        tipWriter.write(tip);
    }

    private void show(long height) {
        View before = view;
        view = new View(publicStore, privateStore, height);
        views.add(view);
        before.close();
        views.removeIf(View::gone);
    }

    /**
     * Rewrites the files of both stores and their logs, so that deleted and purged values are in none of them. Called
     * between blocks; it waits for simulations that still read an older view.
     *
     * @throws IOException if such a simulation does not end within a minute
     */
    public void compact() throws IOException {
        show(publicStore.height());
        awaitViews(1);
        publicStore.rocks().compact();
        privateStore.rocks().compact();
    }

    private void awaitViews(int left) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (views.size() > left) {
            if (System.nanoTime() > deadline) {
                throw new IOException("a simulation still reads an old view after a minute");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            views.removeIf(View::gone);
        }
    }

    /**
     * Closes the stores after a failed write and opens them again, with every check of a start against the last tip. A write
     * that failed may still be in a log, so nothing less can say which blocks there are. Called by the writing thread; readers
     * wait meanwhile.
     *
     * @throws DamagedLedgerException if what was acknowledged is not there any more
     * @throws IOException if the stores cannot be opened yet; reading does not go on before they are
     */
    public void reopen() throws IOException {
        FreeSpace.require(directory);
        view.close();
        views.removeIf(View::gone);
        try {
            awaitViews(0);
        } catch (IOException e) {
            view = new View(publicStore, privateStore, tip.height());
            views.add(view);
            throw e;
        }
        publicStore.whileNobodyReads(() -> {
            publicStore.close();
            privateStore.close();
            verify(directory, tip, TailCheck.TAIL_BLOCKS, false);
            try {
                publicStore.reopen(directory.resolve(PUBLIC));
                privateStore.reopen(directory.resolve(PRIVATE));
                privateStore.recover(publicStore.height());
                tip = found();
                tipWriter.write(tip);
                view = new View(publicStore, privateStore, tip.height());
                views.add(view);
            } catch (RocksDBException | IOException | RuntimeException e) {
                closeAll(publicStore, privateStore);
                throw new IOException("the ledger cannot be opened again yet: " + e.getMessage(), e);
            }
        });
    }

    /** How far the stores go. */
    private Tip found() throws DamagedLedgerException {
        long height = publicStore.height();
        byte[] hash = BlockHash.of(lastBlock(publicStore, height).getHeader()).bytes();
        return new Tip(height, hash, privateStore.lastBlock(), false);
    }

    /**
     * Copies the ledger as of now into a new directory. Called between blocks.
     *
     * @param target must not exist
     */
    public void backUp(Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath());
        publicStore.rocks().copyTo(target.resolve(PUBLIC));
        privateStore.rocks().copyTo(target.resolve(PRIVATE));
        Tip whole = new Tip(tip.height(), tip.hash(), tip.privateBlock(), true);
        new Tip.Writer(target.resolve(TIP), whole).close();
        Archive.sync(target);
    }

    /** Where the private values lie that a block replaces or deletes. */
    private List<byte[]> replaced(BlockUpdate update) {
        List<byte[]> addresses = new ArrayList<>();
        for (HashedKey key : update.hashes().keySet()) {
            byte[] keyHash = HexFormat.of().parseHex(key.keyHash());
            Versioned before = publicStore.hash(key);
            if (before != null) {
                addresses.add(PrivateRecord.address(key.collection(), keyHash, before.version()));
            }
            Optional<Versioned> after = update.hashes().get(key);
            Version kept = after == null ? null : after.map(Versioned::version).orElse(null);
            update.privateValues().getOrDefault(key, Map.of()).keySet().stream()
                    .filter(version -> !version.equals(kept))
                    .forEach(version -> addresses.add(PrivateRecord.address(key.collection(), keyHash, version)));
        }
        return addresses;
    }

    @Override
    public void close() throws IOException {
        boolean whole = publicStore.isOpen();
        view.close();
        publicStore.close();
        privateStore.close();
        tipWriter.close(new Tip(tip.height(), tip.hash(), tip.privateBlock(), whole));
    }
}
