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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.yuanhu.embeddedledger.block.BlockHashes;
import org.yuanhu.embeddedledger.block.Blocks;
import org.yuanhu.embeddedledger.commit.SubmitRefusedException.Status;
import org.yuanhu.embeddedledger.proposal.ProposalChecks;
import org.yuanhu.embeddedledger.simulation.PrivateWrite;
import org.yuanhu.embeddedledger.store.BlockUpdate;
import org.yuanhu.embeddedledger.store.BlockUpdate.HashedKey;
import org.yuanhu.embeddedledger.store.DamagedLedgerException;
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
    private static final int MOST_WAITING = 10_000;
    private static final long RETRY_MILLIS = 1_000;

    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final LedgerStore store;
    private final Executor callbacks;
    private Consumer<BlockUpdate> listener = block -> {};
    private final Thread thread;
    private volatile Condition condition = Condition.WRITING;
    private volatile boolean closed;
    private @Nullable BlockUpdate unfinished;

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
        Submission submission = new Submission(transaction, outcome);
        if (closed || !writes() || !queue.offer(submission)) {
            outcome.completeExceptionally(unavailable());
        } else if (!thread.isAlive() && queue.remove(submission)) { // it ended after the look above
            outcome.completeExceptionally(unavailable());
        }
        return outcome;
    }

    /** Whether it takes transactions, and why not. */
    public Condition condition() {
        return condition;
    }

    private boolean writes() {
        return condition.state() == Condition.State.WRITING;
    }

    private SubmitRefusedException unavailable() {
        Condition now = condition;
        String why = switch (now.state()) {
            case WRITING -> closed ? "it is closing" : MOST_WAITING + " transactions are waiting";
            case RECOVERING -> "it could not write and tries again every second (%s)".formatted(now.reason());
            case STOPPED -> "it has to be started again (%s)".formatted(now.reason());
        };
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
        Between between = new Between(task, outcome);
        if (closed || !thread.isAlive() || !queue.offer(between)) {
            throw new IOException(unavailable().getMessage());
        }
        if (!thread.isAlive() && queue.remove(between)) {
            throw new IOException(unavailable().getMessage());
        }
        try {
            outcome.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        }
    }

    private void run() {
        try {
            work();
        } catch (Throwable e) { // whatever it is: nobody may wait for a thread that is gone
            condition = new Condition(Condition.State.STOPPED, reason(e));
            LOG.log(System.Logger.Level.ERROR, "the committing thread ended; the ledger has to be started again", e);
        } finally {
            refuseQueued();
        }
    }

    private void work() {
        List<Submission> group = new ArrayList<>();
        @Nullable Work next = take();
        while (true) {
            long bytes = 0;
            while (next instanceof Submission submission && group.size() < MOST_TRANSACTIONS) {
                bytes += Blocks.bytesOf(submission.transaction().envelope());
                if (!group.isEmpty() && bytes > Blocks.MOST_TRANSACTION_BYTES) {
                    break; // it begins the next block
                }
                group.add(submission);
                next = group.size() < MOST_TRANSACTIONS ? queue.poll() : null;
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
            next = next instanceof Submission ? next : take();
        }
    }

    /** What is to be done next; while the ledger cannot write, it looks every second whether it can again. */
    private Work take() {
        while (true) {
            try {
                if (condition.state() != Condition.State.RECOVERING) {
                    return queue.take();
                }
                Work next = queue.poll(RETRY_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    return next;
                }
                recover();
            } catch (InterruptedException e) {
                LOG.log(System.Logger.Level.DEBUG, "the committer is stopped by stop() only", e);
            }
        }
    }

    private static void perform(Between between) {
        try {
            between.task().run();
            between.outcome().complete(null);
        } catch (Throwable e) { // an error too: somebody waits for the outcome
            between.outcome().completeExceptionally(e);
        }
    }

    private void commit(List<Submission> group) {
        try {
            if (writes()) {
                BlockUpdate update = new BlockUpdate(store.current().height());
                List<Submission> ordered = order(group, update);
                if (!ordered.isEmpty()) {
                    unfinished = update;
                    store.commit(update);
                    listener.accept(update);
                    acknowledge(ordered, update);
                    unfinished = null;
                }
                return;
            }
        } catch (
                Throwable
                        e) { // whatever it is: those who submitted are told, and nothing is written on top of it unseen
            condition = new Condition(Condition.State.RECOVERING, reason(e));
            LOG.log(System.Logger.Level.ERROR, "a block could not be written; the ledger tries to go on", e);
        }
        group.forEach(submission -> submission.outcome().completeExceptionally(unavailable()));
    }

    /**
     * Opens the stores again, as a start does, and goes on from what is found there. The block that failed is either in them
     * whole, then it counts and those who wait for it are told, or not at all.
     */
    private void recover() {
        try {
            store.reopen();
            BlockUpdate update = unfinished;
            if (update != null && update.number() < store.current().height()) {
                listener.accept(update);
            }
            unfinished = null;
            condition = Condition.WRITING;
            LOG.log(
                    System.Logger.Level.INFO,
                    "the ledger writes again, at block {0}",
                    store.current().height());
        } catch (DamagedLedgerException e) {
            condition = new Condition(Condition.State.STOPPED, reason(e));
            LOG.log(System.Logger.Level.ERROR, "the ledger is damaged and stays closed", e);
        } catch (Throwable e) { // tried again in a second
            condition = new Condition(Condition.State.RECOVERING, reason(e));
            LOG.log(System.Logger.Level.DEBUG, "the ledger cannot go on yet", e);
        }
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getName() : e.getMessage();
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
        while (thread.isAlive() && !queue.offer(Stop.NOW, RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.log(System.Logger.Level.DEBUG, "the queue is full");
        }
        thread.join();
        refuseQueued();
    }

    private void refuseQueued() {
        for (Work left = queue.poll(); left != null; left = queue.poll()) {
            if (left instanceof Submission submission) {
                submission.outcome().completeExceptionally(unavailable());
            } else if (left instanceof Between between) {
                between.outcome().completeExceptionally(unavailable());
            }
        }
    }
}
