package org.yuanhu.clientapi.readmodel.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.connection.ServerIdentity;
import org.yuanhu.clientapi.ledger.event.EventsAfter;
import org.yuanhu.clientapi.readmodel.projection.Checkpoint;
import org.yuanhu.clientapi.readmodel.projection.Projection;
import org.yuanhu.clientapi.readmodel.projection.Recorded;

/**
 * Brings the ledger's events into the read model as they come. One thread receives, one applies: what came together is applied together. After
 * any failure, and at every start, it goes on after the checkpoint.
 */
@Component
public final class ReadModelFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelFeed.class);
    private static final int WAITING = 1_000;
    private static final int TOGETHER = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_PAUSE_SECONDS = 30;

    private final Ledger ledger;
    private final ServerIdentity server;
    private final Projection projection;
    private final BlockingQueue<Recorded> received = new ArrayBlockingQueue<>(WAITING);
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean emptying = new AtomicBoolean();
    private volatile Optional<CloseableIterator<ChaincodeEvent>> stream = Optional.empty();
    private volatile Optional<Checkpoint> applied = Optional.empty();
    private volatile Optional<Thread> thread = Optional.empty();

    /** Of the feeding thread alone. */
    private int pauseSeconds = 1;

    ReadModelFeed(
            Ledger ledger,
            ServerIdentity server,
            Projection projection,
            @Value("${yuanhu.read-model.rebuild:false}") boolean rebuildAtStart) {
        this.ledger = ledger;
        this.server = server;
        this.projection = projection;
        emptying.set(rebuildAtStart);
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            Thread feeding = new Thread(this::feed, "read-model");
            feeding.setDaemon(true);
            thread = Optional.of(feeding);
            feeding.start();
        }
    }

    @Override
    public void stop() {
        running.set(false);
        closeStream();
        thread.ifPresent(feeding -> {
            feeding.interrupt();
            try {
                feeding.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Empties the read model and reads it again from block 0. Lists are incomplete until {@link #waiting} events are applied. */
    public void rebuild() {
        LOG.info("The read model is emptied and read again from block 0");
        emptying.set(true);
        closeStream();
    }

    /** The last event applied. */
    public Optional<Checkpoint> applied() {
        return applied;
    }

    /** Events that were received and are not applied yet. */
    public int waiting() {
        return received.size();
    }

    /** Whether events are being received. */
    public boolean isConnected() {
        return stream.isPresent();
    }

    /** How long the oldest event that waits has been on the ledger; zero if none waits. */
    public Duration lag() {
        Recorded oldest = received.peek();
        return oldest == null
                ? Duration.ZERO
                : Duration.between(oldest.document().at(), Instant.now());
    }

    private void feed() {
        while (running.get()) {
            try {
                if (emptying.compareAndSet(true, false)) {
                    projection.empty();
                }
                received.clear();
                applied = projection.checkpoint();
                follow(applied);
                if (running.get() && !emptying.get()) {
                    LOG.info("The ledger's events ended; the read model asks for them again");
                    pause();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (running.get()) {
                    LOG.warn("The read model cannot follow the ledger and tries again: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private void follow(Optional<Checkpoint> from) throws InterruptedException {
        EventsAfter after = from.map(last -> new EventsAfter(last.block(), Optional.of(last.transaction())))
                .orElse(EventsAfter.THE_BEGINNING);
        CloseableIterator<ChaincodeEvent> events = ledger.events(server.reader(), after);
        stream = Optional.of(events);
        AtomicBoolean open = new AtomicBoolean(true);
        Thread receiving = new Thread(() -> receive(events, open), "read-model-events");
        receiving.setDaemon(true);
        receiving.start();
        try {
            while (running.get() && !emptying.get() && (open.get() || !received.isEmpty())) {
                applyWhatCame();
            }
        } finally {
            closeStream();
            receiving.join(PATIENCE.toMillis());
        }
    }

    /** An event leaves the queue only after it is applied, so that {@link #lag} counts it until then. */
    private void applyWhatCame() throws InterruptedException {
        Recorded first = received.peek();
        if (first == null) {
            TimeUnit.MILLISECONDS.sleep(5);
            return;
        }
        List<Recorded> together = new ArrayList<>(TOGETHER);
        received.stream().limit(TOGETHER).forEach(together::add);
        projection.apply(together);
        pauseSeconds = 1;
        for (int i = 0; i < together.size(); i++) {
            received.poll();
        }
        Recorded last = together.get(together.size() - 1);
        applied = Optional.of(
                new Checkpoint(last.block(), last.transaction(), last.document().at()));
    }

    private void receive(CloseableIterator<ChaincodeEvent> events, AtomicBoolean open) {
        try {
            while (events.hasNext()) {
                received.put(Recorded.of(events.next()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (GatewayRuntimeException ended) {
            LOG.debug("The event stream ended", ended);
        } catch (RuntimeException unreadable) {
            LOG.warn("An event cannot be read: {}", unreadable.toString());
        } finally {
            open.set(false);
        }
    }

    private void closeStream() {
        stream.ifPresent(CloseableIterator::close);
        stream = Optional.empty();
    }

    /** Longer each time, until events are applied again. */
    private void pause() {
        pauseSeconds = Math.min(2 * pauseSeconds, LONGEST_PAUSE_SECONDS);
        try {
            TimeUnit.SECONDS.sleep(pauseSeconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
