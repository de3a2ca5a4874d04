package org.yuanhu.clientapi.ledger.fabric;

import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hyperledger.fabric.client.GatewayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuanhu.clientapi.ledger.connection.LedgerConnection;
import org.yuanhu.consortium.MspId;
import org.yuanhu.vocabulary.Hash;

/**
 * The peers in the order they are asked, one's own organisation's before the others'. One that fails or hangs is left aside at
 * once, and looked at again every two seconds; it comes back when it has shown the first block of the ledger that the trust file names. A
 * peer with another first block is never used.
 */
final class Peers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
    private static final long WATCH_SECONDS = 2;
    /** Is cancelled where another peer was faster by seconds, see {@link LedgerConnection#ANOTHER_PEER}. */
    private static final String COMMIT_STATUS = "gateway.Gateway/CommitStatus";

    /** What Fabric's gateway says of others than the peer it runs in. */
    private static final List<String> OTHERS_FAULTS = List.of(
            "insufficient number of orderers",
            "no orderers could",
            "no orderer nodes available",
            "failed to find any endorsing peers");

    private final List<Peer> peers;
    private final FirstBlock firstBlock;
    private final Hash genesis;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watch-peers");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param peers in the order they are asked; closed with this
     * @param genesis SHA-256 of the header of the ledger's first block
     */
    Peers(List<Peer> peers, FirstBlock firstBlock, Hash genesis) {
        this.peers = List.copyOf(peers);
        this.firstBlock = firstBlock;
        this.genesis = genesis;
    }

    /**
     * Returns when a peer can be used, and goes on looking at the others.
     *
     * @throws IllegalStateException none answers within the time, or those that do keep another ledger
     */
    void open(Duration patience) {
        Instant end = Instant.now().plus(patience);
        do {
            peers.forEach(this::look);
        } while (!anyIs(Peer.State.USABLE)
                && !allAre(Peer.State.STRANGE)
                && Instant.now().isBefore(end));
        if (!anyIs(Peer.State.USABLE)) {
            throw new IllegalStateException(
                    anyIs(Peer.State.STRANGE)
                            ? "Every peer that answers keeps another ledger than the trust file names, " + genesis
                            : "None of the peers of " + organisations() + " answered within " + patience.toSeconds()
                                    + " s. " + advice());
        }
        ScheduledFuture<?> unused =
                watch.scheduleWithFixedDelay(this::lookAgain, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
    }

    /** In the order they are asked. */
    List<Peer> all() {
        return peers;
    }

    /** Those of these organisations, in the same order. */
    List<Peer> of(Collection<MspId> organisations) {
        return peers.stream()
                .filter(peer -> organisations.contains(peer.organisation()))
                .toList();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        peers.forEach(peer -> peer.channel().shutdownNow());
    }

    /**
     * What the end of a call says of the peer that was asked. Waiting for a block that does not come is no fault of a peer's; but whether it
     * still answers is asked anew before it is asked for anything else.
     */
    void judge(Peer peer, MethodDescriptor<?, ?> method, Status status) {
        boolean isStatus = method.getFullMethodName().equals(COMMIT_STATUS);
        boolean hangs = status.getCode() == Status.Code.DEADLINE_EXCEEDED;
        boolean slower = isStatus && status.getCode() == Status.Code.CANCELLED;
        boolean gone = status.getCode() == Status.Code.UNAVAILABLE && !isOthersFault(status.getDescription());
        if ((hangs || slower || gone) && peer.state() == Peer.State.USABLE) {
            LOG.warn(
                    "The peer of {} is left aside: {} {}",
                    peer.organisation(),
                    status.getCode(),
                    status.getDescription());
            peer.become(Peer.State.ASIDE);
        }
    }

    private static boolean isOthersFault(@Nullable String description) {
        return description != null && OTHERS_FAULTS.stream().anyMatch(description::startsWith);
    }

    private void lookAgain() {
        peers.stream()
                .filter(peer -> peer.state() == Peer.State.ASIDE || peer.state() == Peer.State.UNKNOWN)
                .forEach(this::look);
    }

    private void look(Peer peer) {
        try {
            Hash found = firstBlock.hashAt(peer.channel());
            if (found.equals(genesis)) {
                LOG.info("The peer of {} answers", peer.organisation());
                peer.become(Peer.State.USABLE);
            } else {
                LOG.error(
                        "The peer of {} keeps another ledger: its first block is {}, the trust file names {}",
                        peer.organisation(),
                        found,
                        genesis);
                peer.become(Peer.State.STRANGE);
            }
            peer.failed(Optional.empty());
        } catch (GatewayException | RuntimeException e) {
            LOG.debug("The peer of {} does not answer: {}", peer.organisation(), e.getMessage());
            peer.failed(Optional.of(e));
            if (peer.state() == Peer.State.UNKNOWN) {
                LOG.info("The peer of {} does not answer yet", peer.organisation());
                peer.become(Peer.State.ASIDE);
            }
        }
    }

    /** By what the peers said, or by what kept them from being asked. */
    private String advice() {
        List<Exception> failures =
                peers.stream().flatMap(peer -> peer.failure().stream()).toList();
        return failures.stream()
                .flatMap(failure -> ClockFault.in(failure).stream())
                .findFirst()
                .map(fault -> "This machine's clock says " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", and "
                        + fault + ". Set the clock right and start again.")
                .orElseGet(() -> "Is the network up? " + words(failures));
    }

    private static String words(List<Exception> failures) {
        return failures.stream()
                .map(failure -> String.valueOf(failure.getMessage()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private boolean anyIs(Peer.State state) {
        return peers.stream().anyMatch(peer -> peer.state() == state);
    }

    private boolean allAre(Peer.State state) {
        return peers.stream().allMatch(peer -> peer.state() == state);
    }

    private List<String> organisations() {
        return peers.stream().map(peer -> peer.organisation().value()).toList();
    }
}
