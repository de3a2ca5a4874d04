package org.yuanhu.embeddedledger;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.shim.Chaincode;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.TrustPolicy;
import org.yuanhu.embeddedledger.block.Genesis;
import org.yuanhu.embeddedledger.channel.Member;
import org.yuanhu.embeddedledger.channel.PrivateCollection;
import org.yuanhu.embeddedledger.commit.Committer;
import org.yuanhu.embeddedledger.commit.TransactionIntake;
import org.yuanhu.embeddedledger.endorsement.EndorsementPolicy;
import org.yuanhu.embeddedledger.endorsement.Endorsing;
import org.yuanhu.embeddedledger.endorsement.TransientStore;
import org.yuanhu.embeddedledger.gateway.GatewayService;
import org.yuanhu.embeddedledger.gateway.ProposalDesk;
import org.yuanhu.embeddedledger.gateway.SignedRequests;
import org.yuanhu.embeddedledger.membership.Endorser;
import org.yuanhu.embeddedledger.membership.Membership;
import org.yuanhu.embeddedledger.port.TlsPort;
import org.yuanhu.embeddedledger.proposal.ProposalChecks;
import org.yuanhu.embeddedledger.simulation.Simulator;
import org.yuanhu.embeddedledger.store.DamagedLedgerException;
import org.yuanhu.embeddedledger.store.LedgerStore;

/** Describes a ledger, then starts it. */
public final class LedgerBuilder {
    private static final int REQUEST_THREADS =
            Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private final Path directory;
    private final String channel;
    private final String chaincodeName;
    private final Chaincode chaincode;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, PrivateCollection> collections = new LinkedHashMap<>();
    private Duration timeWindow = Duration.ofMinutes(5);
    private Clock clock = Clock.systemUTC();
    private int distinctOrganisations;
    private @Nullable TlsPort port;

    LedgerBuilder(Path directory, String channel, String chaincodeName, Chaincode chaincode) {
        this.directory = directory;
        this.channel = channel;
        this.chaincodeName = chaincodeName;
        this.chaincode = chaincode;
    }

    /** Adds organisations; each endorses in the order they are added. */
    public LedgerBuilder members(Collection<Member> added) {
        added.forEach(this::member);
        return this;
    }

    /** Adds an organisation. */
    public LedgerBuilder member(Member member) {
        if (members.putIfAbsent(member.mspId(), member) != null) {
            throw new IllegalArgumentException("two organisations have MSP id " + member.mspId());
        }
        return this;
    }

    /** Adds a private data collection. */
    public LedgerBuilder collection(PrivateCollection collection) {
        collections.put(collection.name(), collection);
        return this;
    }

    /**
     * How many distinct organisations must endorse what writes public keys. If it is not called: the Byzantine quorum
     * ⌈(n + f + 1) / 2⌉ with f = ⌊(n − 1) / 3⌋, 3 of 4.
     */
    public LedgerBuilder distinctOrganisations(int count) {
        distinctOrganisations = count;
        return this;
    }

    /** How far a proposal's timestamp may be off, in either direction; 5 minutes if it is not called. */
    public LedgerBuilder timeWindow(Duration window) {
        timeWindow = window;
        return this;
    }

    /** The clock that certificates and timestamps are judged by; the system's if it is not called. */
    public LedgerBuilder clock(Clock judging) {
        clock = judging;
        return this;
    }

    /**
     * Listens with TLS, besides the channel inside the process.
     *
     * @param address where; port 0 takes any free one
     * @param certificateChain PEM file, the server's certificate first
     * @param privateKey PEM file, PKCS #8
     * @throws IOException if a file cannot be read
     */
    public LedgerBuilder listen(InetSocketAddress address, Path certificateChain, Path privateKey) throws IOException {
        port = TlsPort.of(address, certificateChain, privateKey);
        return this;
    }

    /**
     * Opens or creates the ledger and starts serving it.
     *
     * @throws DamagedLedgerException if what was acknowledged is not on disk any more
     * @throws IOException if the directory cannot be used, is in use, or the port is taken
     */
    public EmbeddedLedger start() throws IOException {
        if (members.isEmpty()) {
            throw new IllegalStateException("a ledger needs at least one organisation");
        }
        collections.values().forEach(this::requireMembers);
        Endorsing endorsing =
                new Endorsing(members.values().stream().map(Endorser::new).toList());
        Membership membership = new Membership(members.values(), clock);
        LedgerStore store =
                LedgerStore.open(directory, () -> Genesis.block(channel, members.values(), clock.instant()));
        return new EmbeddedLedger(assemble(endorsing, membership, store), port);
    }

    private EmbeddedLedger.Parts assemble(Endorsing endorsing, Membership membership, LedgerStore store) {
        EndorsementPolicy policy = new EndorsementPolicy(quorum(), collections);
        TransientStore transientStore = new TransientStore(clock);
        ExecutorService executor = executor();
        Committer committer = new Committer(store, executor);
        ProposalDesk desk = new ProposalDesk(
                new ProposalChecks(channel, chaincodeName, membership, store.current(), clock, timeWindow),
                new Simulator(chaincode, collections, store::view),
                endorsing,
                policy,
                transientStore,
                collections);
        TransactionIntake intake =
                new TransactionIntake(channel, chaincodeName, membership, endorsing, policy, transientStore);
        GatewayService service = new GatewayService(
                desk, intake, committer, store.current(), new SignedRequests(channel, membership), executor);
        return new EmbeddedLedger.Parts(store, membership, committer, service, executor);
    }

    private void requireMembers(PrivateCollection collection) {
        if (!members.keySet().containsAll(collection.members())) {
            throw new IllegalStateException("collection %s names organisations that are not on the channel: %s"
                    .formatted(collection.name(), collection.members()));
        }
    }

    private int quorum() {
        int n = members.size();
        int quorum = distinctOrganisations > 0 ? distinctOrganisations : TrustPolicy.quorum(n);
        if (quorum > n) {
            throw new IllegalStateException("%d organisations cannot give %d endorsements".formatted(n, quorum));
        }
        return quorum;
    }

    private static ExecutorService executor() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(REQUEST_THREADS, task -> {
            Thread thread = new Thread(task, "ledger-request-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
