package org.yuanhu.clientapi.ledger.submit;

import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.ledger.connection.Gateways;
import org.yuanhu.clientapi.ledger.connection.LedgerConnection;
import org.yuanhu.consortium.identity.UserIdentity;

/**
 * Waits for the block that decides a transaction. A peer that hangs cannot be told from one that has no such block yet: so where the
 * first has not answered soon, another is asked the same, and whichever answers first is right, for they keep the same blocks.
 */
@Component
public final class CommitStatuses {
    /** Eight times as long as a block takes on a network at rest. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(CommitStatuses.class);

    private final Gateways gateways;
    private final boolean othersThere;
    private final ScheduledThreadPoolExecutor timer;
    private final ExecutorService asking = Executors.newCachedThreadPool(task -> daemon(task, "ask-status"));

    /** Asks over these gateways. */
    public CommitStatuses(Gateways gateways) {
        this.gateways = gateways;
        this.othersThere = gateways.connection().endorsers().size() > 1;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "ask-status-again"));
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * The status of a transaction.
     *
     * @param limit how long its block may take
     * @return empty if no peer answered in time: then nobody knows whether it will come
     */
    public Optional<Status> of(UserIdentity who, String transactionId, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        CancellableContext first = Context.current().withCancellation();
        CancellableContext other = Context.current().withCancellation();
        CompletableFuture<Optional<Status>> fromAnother = new CompletableFuture<>();
        Runnable askAnother = () -> {
            Optional<Status> answer = ask(
                    who, transactionId, end, other, options -> options.withOption(LedgerConnection.ANOTHER_PEER, true));
            fromAnother.complete(answer);
            if (answer.isPresent()) {
                first.cancel(null);
            }
        };
        Future<?> later = othersThere
                ? timer.schedule(() -> asking.execute(askAnother), SOON.toMillis(), TimeUnit.MILLISECONDS)
                : CompletableFuture.completedFuture(null);
        try {
            Optional<Status> answer = ask(who, transactionId, end, first, UnaryOperator.identity());
            if (answer.isPresent() || !othersThere) {
                return answer;
            }
            return later.cancel(false)
                    ? ask(who, transactionId, end, other, UnaryOperator.identity())
                    : fromAnother.join();
        } finally {
            later.cancel(false);
            other.cancel(null);
            first.cancel(null);
        }
    }

    private Optional<Status> ask(
            UserIdentity who,
            String transactionId,
            long end,
            CancellableContext context,
            UnaryOperator<CallOptions> whom) {
        Context before = context.attach();
        try {
            return Optional.of(gateways.commit(who, transactionId)
                    .getStatus(options -> whom.apply(
                            options.withDeadlineAfter(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS))));
        } catch (CommitStatusException | GatewayRuntimeException e) {
            LOG.info("No status of {}: {}", transactionId, e.getMessage());
            return Optional.empty();
        } finally {
            context.detach(before);
        }
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        asking.shutdownNow();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
