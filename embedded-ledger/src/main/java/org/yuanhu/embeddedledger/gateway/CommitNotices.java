package org.yuanhu.embeddedledger.gateway;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.yuanhu.embeddedledger.store.BlockUpdate;
import org.yuanhu.embeddedledger.store.PublicStore;
import org.yuanhu.embeddedledger.store.TransactionRecord;

/** Those who wait for a transaction to be committed. */
final class CommitNotices {
    private final Map<String, Set<Notice>> waiting = new ConcurrentHashMap<>();
    private final PublicStore store;
    private final Executor callbacks;

    CommitNotices(PublicStore store, Executor callbacks) {
        this.store = store;
        this.callbacks = callbacks;
    }

    /** One who waits. */
    static final class Notice {
        private final CompletableFuture<TransactionRecord> outcome = new CompletableFuture<>();

        /** Where the transaction ended up. */
        CompletionStage<TransactionRecord> outcome() {
            return outcome;
        }

        private void give(TransactionRecord entry) {
            outcome.complete(entry);
        }
    }

    /** Where a transaction ended up, at once if it is in a block, else when it is; never if it never is. */
    Notice of(String transactionId) {
        Notice notice = new Notice();
        if (give(transactionId, notice)) {
            return notice;
        }
        waiting.computeIfAbsent(transactionId, id -> ConcurrentHashMap.newKeySet())
                .add(notice);
        if (give(transactionId, notice)) { // it was committed between the look above and the registration
            forget(transactionId, notice);
        }
        return notice;
    }

    private boolean give(String transactionId, Notice notice) {
        return store.transaction(transactionId)
                .map(entry -> {
                    notice.give(entry);
                    return true;
                })
                .orElse(false);
    }

    void forget(String transactionId, Notice notice) {
        waiting.computeIfPresent(transactionId, (id, notices) -> {
            notices.remove(notice);
            return notices.isEmpty() ? null : notices;
        });
    }

    void committed(BlockUpdate block) {
        if (waiting.isEmpty()) {
            return;
        }
        block.transactions().forEach((id, entry) -> {
            Set<Notice> notices = waiting.remove(id);
            if (notices != null) {
                callbacks.execute(() -> notices.forEach(notice -> notice.give(entry)));
            }
        });
    }
}
