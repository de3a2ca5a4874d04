package org.yuanhu.embeddedledger.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.yuanhu.embeddedledger.store.BlockUpdate;
import org.yuanhu.embeddedledger.store.PublicStore;
import org.yuanhu.embeddedledger.store.TransactionRecord;

/** Those who wait for a transaction to be committed. */
final class CommitNotices {
    private final Map<String, Set<CompletableFuture<TransactionRecord>>> waiting = new ConcurrentHashMap<>();
    private final PublicStore store;
    private final Executor callbacks;

    CommitNotices(PublicStore store, Executor callbacks) {
        this.store = store;
        this.callbacks = callbacks;
    }

    /** Where a transaction ended up, at once if it is in a block, else when it is; never if it never is. */
    CompletableFuture<TransactionRecord> of(String transactionId) {
        Optional<TransactionRecord> committed = store.transaction(transactionId);
        if (committed.isPresent()) {
            return CompletableFuture.completedFuture(committed.get());
        }
        CompletableFuture<TransactionRecord> notice = new CompletableFuture<>();
        waiting.computeIfAbsent(transactionId, id -> ConcurrentHashMap.newKeySet())
                .add(notice);
        // it may have been committed between the look above and the registration
        store.transaction(transactionId).ifPresent(entry -> {
            forget(transactionId, notice);
            notice.complete(entry);
        });
        return notice;
    }

    void forget(String transactionId, CompletableFuture<TransactionRecord> notice) {
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
            Set<CompletableFuture<TransactionRecord>> notices = waiting.remove(id);
            if (notices != null) {
                callbacks.execute(() -> notices.forEach(notice -> notice.complete(entry)));
            }
        });
    }
}
