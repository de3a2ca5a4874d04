package org.yuanhu.clientapi.readmodel.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
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
import org.yuanhu.clientapi.readmodel.projection.Received;
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
    /** A stream that a silent peer holds open is ended sooner than this: then it was none. */
    private static final Duration HOLDS = Duration.ofSeconds(15);

    private final Ledger ledger;
    private final ServerIdentity server;
    private final Projection projection;
    /** What was received, in order; an empty one is the end of a stream. */
    private final BlockingQueue<Optional<Received>> received = new ArrayBlockingQueue<>(WAITING);

    /** Taken from the queue and not yet in the database. */
    private volatile List<Received> applying = List.of();

    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean emptying = new AtomicBoolean();
    private volatile Optional<CloseableIterator<ChaincodeEvent>> stream = Optional.empty();
    private volatile Optional<Checkpoint> applied = Optional.empty();
    private volatile Optional<Thread> thread = Optional.empty();

    private volatile CountDownLatch stopped = new CountDownLatch(1);

    /** By {@link System#nanoTime}: since when it is not known that events come. */
    private volatile Optional<Long> cutSince = Optional.of(System.nanoTime());
    /** By {@link System#nanoTime}: since when the stream is open that there is. */
    private volatile Optional<Long> openedAt = Optional.empty();

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
            stopped = new CountDownLatch(1);
            Thread feeding = new Thread(this::feed, "read-model");
            feeding.setDaemon(true);
            thread = Optional.of(feeding);
            feeding.start();
        }
    }

    /** Ends the stream, whose end wakes the feeding thread; what it is writing just then is written to its end. */
    @Override
    public void stop() {
        running.set(false);
        stopped.countDown();
        closeStream();
        thread.ifPresent(feeding -> {
            try {
                feeding.join(PATIENCE.toMillis());
                feeding.interrupt();
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
        return received.size() + applying.size();
    }

    /** Whether events are being received. */
    public boolean isConnected() {
        return stream.isPresent();
    }

    /**
     * How old the lists may be: how long the oldest event that waits has been on the ledger, or, where that is longer, for how long the
     * ledger's events could not be followed. Zero if none waits and they are followed.
     */
    public Duration lag() {
        List<Received> now = applying;
        Optional<Received> oldest = now.isEmpty()
                ? Optional.ofNullable(received.peek()).flatMap(Function.identity())
                : Optional.of(now.get(0));
        Duration waiting = oldest.filter(Recorded.class::isInstance)
                .map(Recorded.class::cast)
                .map(event -> Duration.between(event.document().at(), Instant.now()))
                .orElse(Duration.ZERO);
        Duration cut = holds()
                ? Duration.ZERO
                : cutSince.map(since -> Duration.ofNanos(System.nanoTime() - since))
                        .orElse(Duration.ZERO);
        return cut.compareTo(waiting) > 0 ? cut : waiting;
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
                noteCut();
                if (running.get() && !emptying.get()) {
                    LOG.info("The ledger's events ended; the read model asks for them again");
                    pause();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                noteCut();
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
        openedAt = Optional.of(System.nanoTime());
        if (!running.get() || emptying.get()) {
            // stop or rebuild came before there was a stream for them to close
            closeStream();
        }
        Thread receiving = new Thread(() -> receive(events), "read-model-events");
        receiving.setDaemon(true);
        receiving.start();
        try {
            boolean open = true;
            while (open && running.get() && !emptying.get()) {
                open = applyWhatCame();
            }
        } finally {
            closeStream();
            receiving.interrupt();
            receiving.join(PATIENCE.toMillis());
        }
    }

    /**
     * Waits for an event and applies it together with those that came meanwhile.
     *
     * @return false at the end of the stream
     */
    private boolean applyWhatCame() throws InterruptedException {
        List<Optional<Received>> came = new ArrayList<>(TOGETHER);
        came.add(received.take());
        received.drainTo(came, TOGETHER - 1);
        List<Received> together = came.stream().flatMap(Optional::stream).toList();
        if (!together.isEmpty()) {
            apply(together);
        }
        return came.stream().allMatch(Optional::isPresent);
    }

    /** Its events count as waiting until they are applied. */
    private void apply(List<Received> together) {
        applying = together;
        try {
            projection.applyOrSetAside(together);
        } finally {
            applying = List.of();
        }
        cutSince = Optional.empty();
        pauseSeconds = 1;
        applied = projection.checkpoint();
    }

    private void receive(CloseableIterator<ChaincodeEvent> events) {
        try {
            try {
                while (events.hasNext()) {
                    received.put(Optional.of(Received.of(events.next())));
                }
            } catch (GatewayRuntimeException ended) {
                LOG.debug("The event stream ended", ended);
            } catch (RuntimeException broken) {
                LOG.warn("The event stream broke: {}", broken.toString());
            }
            received.put(Optional.empty());
        } catch (InterruptedException nobodyApplies) {
            Thread.currentThread().interrupt();
        }
    }

    /** A stream that opens and ends at once again followed nothing. */
    private boolean holds() {
        return openedAt.filter(at -> System.nanoTime() - at > HOLDS.toNanos()).isPresent();
    }

    /** From the first time on, until events are followed again. */
    private void noteCut() {
        if (holds() || cutSince.isEmpty()) {
            cutSince = Optional.of(System.nanoTime());
        }
        openedAt = Optional.empty();
    }

    private void closeStream() {
        stream.ifPresent(CloseableIterator::close);
        stream = Optional.empty();
    }

    /** Longer each time, until events are applied again. */
    private void pause() {
        pauseSeconds = Math.min(2 * pauseSeconds, LONGEST_PAUSE_SECONDS);
        try {
            if (stopped.await(pauseSeconds, TimeUnit.SECONDS)) {
                LOG.debug("Stopped while waiting to try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
