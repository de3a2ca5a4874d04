package org.yuanhu.networktests.nodes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.hyperledger.fabric.client.EndorseException;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeProcess;

/** Clients that ask for endorsements without a pause: one for each organisation's own peer, and one under the channel's policy. */
final class Endorsing implements AutoCloseable {
    /**
     * What Fabric answers while a peer commits the definition, between two peers' commits of it, and until the peers have
     * told each other, every few seconds, which version they run. None of it comes from a process that is missing.
     */
    private static final List<String> AT_THE_COMMIT = List.of(
            "changed during invoke", "do not match", "required chaincodes are not installed on sufficient peers");

    private static final Duration GOSSIP = Duration.ofSeconds(30);

    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong given = new AtomicLong();

    private final AtomicLong askedAgain = new AtomicLong();

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();

    private Endorsing() {}

    static Endorsing start(NetworkFolder network, UserIdentity user) {
        Endorsing endorsing = new Endorsing();
        for (OrganisationFolder organisation : network.organisations()) {
            endorsing.client(network, organisation, user, client -> client.evaluateOwnPeer("get", "walnuts"));
        }
        endorsing.client(
                network,
                network.organisations().get(1),
                user,
                client -> client.endorse("put", "endorsed", "and never submitted"));
        endorsing.clients.forEach(Thread::start);
        endorsing.awaitMore();
        return endorsing;
    }

    /** Waits for another hundred. */
    void awaitMore() {
        long wanted = given.get() + 100;
        while (given.get() < wanted && failures.isEmpty()) {
            NodeProcess.pause();
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        ended.set(true);
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return given + " endorsements given, " + failures.size() + " failed, " + askedAgain
                + " asked for again at the commit";
    }

    /** Asks until it is answered, where Fabric says that the definition is being committed; bounded. */
    private void askAgainAtTheCommit(Asking asking, TestClient client) throws Exception {
        Instant end = Instant.now().plus(GOSSIP);
        while (true) {
            try {
                asking.ask(client);
                return;
            } catch (IllegalStateException | EndorseException e) {
                String said = e.getMessage() + (e instanceof EndorseException failed ? failed.getDetails() : "");
                if (AT_THE_COMMIT.stream().noneMatch(said::contains)
                        || Instant.now().isAfter(end)) {
                    throw e;
                }
                askedAgain.incrementAndGet();
                NodeProcess.pause();
            }
        }
    }

    private void client(NetworkFolder network, OrganisationFolder organisation, UserIdentity user, Asking asking) {
        Thread thread = new Thread(() -> {
            try (TestClient client = new TestClient(organisation, network.consortium(), user)) {
                while (!ended.get()) {
                    try {
                        askAgainAtTheCommit(asking, client);
                        given.incrementAndGet();
                    } catch (Exception e) {
                        failures.add(organisation.msp() + ": " + e);
                    }
                }
            }
        });
        thread.setDaemon(true);
        clients.add(thread);
    }

    private interface Asking {
        void ask(TestClient client) throws Exception;
    }
}
