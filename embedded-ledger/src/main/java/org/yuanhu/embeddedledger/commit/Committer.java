package org.yuanhu.embeddedledger.commit;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.yuanhu.embeddedledger.commit.SubmitRefusedException.Status;
import org.yuanhu.embeddedledger.proposal.ProposalChecks;
import org.yuanhu.embeddedledger.simulation.PrivateWrite;
import org.yuanhu.embeddedledger.store.BlockHashes;
import org.yuanhu.embeddedledger.store.BlockUpdate;
import org.yuanhu.embeddedledger.store.BlockUpdate.HashedKey;
import org.yuanhu.embeddedledger.store.LedgerStore;
import org.yuanhu.embeddedledger.store.PrivateRecord;
import org.yuanhu.embeddedledger.store.TransactionRecord;
import org.yuanhu.embeddedledger.store.Version;
import org.yuanhu.embeddedledger.store.Versioned;

/**
 * The one thread that writes. Whatever has been submitted while it waited for the disk becomes the next block, so the
 * busier the ledger is, the more transactions share one sync. Nothing is acknowledged before its block is synced.
 */
public final class Committer {
    private static final System.Logger LOG = System.getLogger(Committer.class.getName());
    private static final int MOST_TRANSACTIONS = 500;
    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_WAITING = 10_000;

    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final LedgerStore store;
    private final Executor callbacks;
    private Consumer<BlockUpdate> listener = block -> {};
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    /** Something for the committing thread to do. */
    private sealed interface Work {}

    private record Submission(LedgerTransaction transaction, CompletableFuture<TransactionRecord> outcome)
            implements Work {}

    private record Between(Task task, CompletableFuture<Void> outcome) implements Work {}

    private enum Stop implements Work {
        NOW
    }

    /**
     * A committer that does not run yet.
     *
     * @param callbacks where outcomes are told, so that telling them does not hold up the next block
     */
    public Committer(LedgerStore store, Executor callbacks) {
        this.store = store;
        this.callbacks = callbacks;
        thread = new Thread(this::run, "ledger-committer");
        thread.setDaemon(true);
    }

    /** Starts it; the listener is told of every block once it is written and visible. */
    public void start(Consumer<BlockUpdate> blocks) {
        listener = blocks;
        thread.start();
    }

    /**
     * Queues a transaction.
     *
     * @return where it ended up, once that is durable; or a {@link SubmitRefusedException}
     */
    public CompletableFuture<TransactionRecord> submit(LedgerTransaction transaction) {
        CompletableFuture<TransactionRecord> outcome = new CompletableFuture<>();
        if (closed || failure != null || !queue.offer(new Submission(transaction, outcome))) {
            outcome.completeExceptionally(unavailable());
        }
        return outcome;
    }

    private SubmitRefusedException unavailable() {
        String why = failure != null
                ? "it could not write, and takes nothing until it is started again"
                : closed ? "it is closing" : MOST_WAITING + " transactions are waiting";
        return new SubmitRefusedException(Status.UNAVAILABLE, "the ledger takes no transaction: " + why);
    }

    /** Something that needs the ledger to stand still. */
    @FunctionalInterface
    public interface Task {
        /** Does it. */
        void run() throws IOException;
    }

    /** Runs something between two blocks, when nothing else writes, and waits for it. */
    public void between(Task task) throws IOException {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        if (closed || !queue.offer(new Between(task, outcome))) {
            throw new IOException(unavailable().getMessage());
        }
        try {
            outcome.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        }
    }

    private void run() {
        List<Submission> group = new ArrayList<>();
        while (true) {
            Work next = take();
            boolean full = false;
            long bytes = 0;
            while (next instanceof Submission submission && !full) {
                group.add(submission);
                bytes += submission.transaction().envelope().size();
                full = group.size() >= MOST_TRANSACTIONS || bytes >= MOST_BYTES;
                next = full ? null : queue.poll();
            }
            if (!group.isEmpty()) {
                commit(group);
                group.clear();
            }
            if (next instanceof Between between) {
                perform(between);
            } else if (next == Stop.NOW) {
                return;
            }
        }
    }

    private Work take() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                LOG.log(System.Logger.Level.DEBUG, "the committer is stopped by stop() only", e);
            }
        }
    }

    private static void perform(Between between) {
        try {
            between.task().run();
            between.outcome().complete(null);
        } catch (IOException | RuntimeException e) {
            between.outcome().completeExceptionally(e);
        }
    }

    private void commit(List<Submission> group) {
        try {
            if (failure != null) {
                throw new IOException("an earlier block could not be written", failure);
            }
            BlockUpdate update = new BlockUpdate(store.current().height());
            List<Submission> ordered = order(group, update);
            if (!ordered.isEmpty()) {
                store.commit(update);
                listener.accept(update);
                acknowledge(ordered, update);
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
            LOG.log(System.Logger.Level.ERROR, "a block could not be written; nothing is taken until a restart", e);
            group.forEach(submission -> submission.outcome().completeExceptionally(unavailable()));
        }
    }

    private List<Submission> order(List<Submission> group, BlockUpdate update) {
        List<Submission> ordered = new ArrayList<>();
        List<ByteString> envelopes = new ArrayList<>();
        ByteString.Output codes = ByteString.newOutput();
        StateValidation validation = new StateValidation(store.current(), update);
        for (Submission submission : group) {
            LedgerTransaction transaction = submission.transaction();
            if (update.hasTransaction(transaction.id())
                    || store.current().transaction(transaction.id()).isPresent()) {
                refuseDuplicate(submission);
                continue;
            }
            TxValidationCode code = transaction.code() == TxValidationCode.VALID
                    ? validation.validate(transaction)
                    : transaction.code();
            int position = ordered.size();
            if (code == TxValidationCode.VALID) {
                apply(transaction, new Version(update.number(), position), update);
            }
            update.putTransaction(transaction.id(), new TransactionRecord(update.number(), position, code));
            ordered.add(submission);
            envelopes.add(transaction.envelope());
            codes.write(code.getNumber());
        }
        update.seal(Blocks.block(update.number(), store.lastHash(), envelopes, codes.toByteString()));
        return ordered;
    }

    private static void refuseDuplicate(Submission submission) {
        String id = submission.transaction().id();
        submission
                .outcome()
                .completeExceptionally(new SubmitRefusedException(Status.DUPLICATE, ProposalChecks.duplicate(id)));
    }

    private static void apply(LedgerTransaction transaction, Version version, BlockUpdate update) {
        for (KVWrite write : transaction.publicSet().getWritesList()) {
            boolean delete = write.getIsDelete() || write.getValue().isEmpty();
            update.putState(
                    write.getKey(),
                    delete
                            ? Optional.empty()
                            : Optional.of(
                                    new Versioned(version, write.getValue().toByteArray())));
        }
        for (Map.Entry<String, HashedRWSet> set : transaction.hashedSets().entrySet()) {
            for (KVWriteHash write : set.getValue().getHashedWritesList()) {
                boolean delete = write.getIsDelete() || write.getValueHash().isEmpty();
                byte[] hash = write.getValueHash().toByteArray();
                update.putHash(
                        StateValidation.hashedKey(set.getKey(), write.getKeyHash()),
                        delete ? Optional.empty() : Optional.of(new Versioned(version, hash)));
            }
        }
        for (PrivateWrite write : transaction.privateWrites()) {
            byte[] value = write.value();
            if (value != null && value.length > 0) {
                byte[] keyHash = BlockHashes.sha256()
                        .digest(ByteString.copyFromUtf8(write.key()).toByteArray());
                HashedKey key = new HashedKey(write.collection(), HexFormat.of().formatHex(keyHash));
                update.putPrivate(key, version, new PrivateRecord(write.collection(), write.key(), value));
            }
        }
    }

    private void acknowledge(List<Submission> ordered, BlockUpdate update) {
        for (Submission submission : ordered) {
            TransactionRecord outcome =
                    update.transactions().get(submission.transaction().id());
            if (outcome != null) {
                callbacks.execute(() -> submission.outcome().complete(outcome));
            }
        }
    }

    /** Writes what is queued, then stops. */
    public void stop() throws InterruptedException {
        closed = true;
        queue.put(Stop.NOW);
        thread.join();
        for (Work left : queue) {
            if (left instanceof Submission submission) {
                submission.outcome().completeExceptionally(unavailable());
            } else if (left instanceof Between between) {
                between.outcome().completeExceptionally(unavailable());
            }
        }
    }
}
