package org.yuanhu.embeddedledger;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.shim.Chaincode;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.consortium.trust.LedgerFacts;
import org.yuanhu.embeddedledger.channel.Member;
import org.yuanhu.embeddedledger.channel.PrivateCollection;
import org.yuanhu.embeddedledger.commit.Committer;
import org.yuanhu.embeddedledger.commit.Condition;
import org.yuanhu.embeddedledger.gateway.GatewayService;
import org.yuanhu.embeddedledger.gateway.KindInterceptor;
import org.yuanhu.embeddedledger.membership.Membership;
import org.yuanhu.embeddedledger.port.PortServer;
import org.yuanhu.embeddedledger.port.TlsPort;
import org.yuanhu.embeddedledger.store.Archive;
import org.yuanhu.embeddedledger.store.DamagedLedgerException;
import org.yuanhu.embeddedledger.store.LedgerStore;
import org.yuanhu.embeddedledger.store.StartReport;

/**
 * A ledger in this process that a Fabric Gateway client talks to as if it were a peer. It carries one chaincode on one
 * channel and endorses for every organisation, so it proves nothing about their agreement: whoever runs the machine holds
 * every key. All its answers are marked {@link #KIND}.
 *
 * <p>Thread-safe. Close it to write what is queued and leave the directory in order.
 */
public final class EmbeddedLedger implements AutoCloseable {
    /** The mark of a ledger on which one machine holds every organisation's key, {@code single-machine}. */
    public static final String KIND = LedgerFacts.Kind.SINGLE_MACHINE.text();

    /** The largest message taken on the port, in bytes; in-process there is no limit. */
    public static final int MAX_MESSAGE_BYTES = PortServer.MAX_MESSAGE_BYTES;

    private static final long GRACE_SECONDS = 10;

    private final LedgerStore store;
    private final Membership membership;
    private final Committer committer;
    private final GatewayService service;
    private final ExecutorService executor;
    private final Server local;
    private final String localName = "embedded-ledger-" + UUID.randomUUID();
    private final @Nullable PortServer remote;
    private final ManagedChannel channel;

    EmbeddedLedger(Parts parts, @Nullable TlsPort port) throws IOException {
        store = parts.store();
        membership = parts.membership();
        committer = parts.committer();
        service = parts.service();
        executor = parts.executor();
        committer.start(service::committed);
        local = InProcessServerBuilder.forName(localName)
                .executor(executor)
                .addService(service)
                .intercept(new KindInterceptor())
                .build()
                .start();
        channel = InProcessChannelBuilder.forName(localName).build();
        remote = port == null ? null : serve(port);
    }

    /** What a running ledger is made of. */
    record Parts(
            LedgerStore store,
            Membership membership,
            Committer committer,
            GatewayService service,
            ExecutorService executor) {}

    /** Starts to describe a ledger. */
    public static LedgerBuilder in(Path directory, String channel, String chaincodeName, Chaincode chaincode) {
        return new LedgerBuilder(directory, channel, chaincodeName, chaincode);
    }

    /** Starts to describe the ledger of a whole consortium, all of whose keys are on this machine. */
    public static LedgerBuilder in(Path directory, Identities identities, Chaincode chaincode) {
        Consortium consortium = identities.consortium();
        return in(directory, consortium.channel(), consortium.chaincode(), chaincode)
                .members(consortium.members().stream()
                        .map(msp -> Member.of(identities, msp))
                        .toList())
                .distinctOrganisations(consortium.policy().organisations())
                .collection(PrivateCollection.of(consortium.collection()));
    }

    private PortServer serve(TlsPort port) throws IOException {
        try {
            return new PortServer(port, executor, service, new KindInterceptor());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** A channel to this ledger inside the process, shared by all who ask; it is shut down with the ledger. */
    public ManagedChannel channel() {
        return channel;
    }

    /** The TLS port it listens on, or -1 if it does not. */
    public int port() {
        return remote == null ? -1 : remote.port();
    }

    /** How many blocks there are; block 0 is the channel's configuration. */
    public long height() {
        return store.current().height();
    }

    /** A block, as Fabric's {@code common.Block}. */
    public Optional<Block> block(long number) throws IOException {
        return store.current().block(number);
    }

    /** Whether it takes transactions, and if not, whether it will again by itself. */
    public Condition condition() {
        return committer.condition();
    }

    /** What the start found on disk. */
    public StartReport startReport() {
        return store.report();
    }

    /**
     * Puts an organisation's new revocation lists in place of the old ones; they hold for the next request.
     *
     * @throws IllegalArgumentException if there is no such organisation, or a list is signed by none of its CAs
     */
    public void replaceCrls(String mspId, Collection<X509CRL> lists) {
        membership.replaceCrls(mspId, lists);
    }

    /**
     * Copies the running ledger, private values included, into a directory that does not exist yet, and reads the copy
     * back. Transactions wait meanwhile. What is purged later stays in the copy: delete old copies.
     *
     * @return how many blocks the copy holds
     */
    public int backUp(Path target) throws IOException {
        committer.between(() -> store.backUp(target));
        return Archive.complete(target);
    }

    /**
     * Puts a backup where a ledger is to run, after reading all of it back.
     *
     * @param target must not exist, or be empty
     * @return how many blocks it holds
     * @throws DamagedLedgerException if the backup is not whole
     */
    public static int restore(Path backup, Path target) throws IOException {
        return Archive.restore(backup, target);
    }

    /**
     * Reads every block and file of a ledger that is not running, or of a backup, changing nothing.
     *
     * @return how many blocks there are
     * @throws DamagedLedgerException saying what is not as it was acknowledged
     */
    public static int verify(Path directory) throws IOException {
        return Archive.verify(directory);
    }

    /**
     * Rewrites the ledger's files so that deleted and purged private values are in none of them, logs included.
     * Transactions wait meanwhile.
     */
    public void compact() throws IOException {
        committer.between(store::compact);
    }

    /** Stops taking requests, writes what is queued and closes the stores. */
    @Override
    public void close() throws IOException {
        service.close();
        if (remote != null) {
            remote.shutdown();
        }
        local.shutdown();
        try {
            committer.stop();
            if (remote != null) {
                remote.awaitEnd(GRACE_SECONDS);
                remote.close();
            }
            channel.shutdown();
            if (!local.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                local.shutdownNow();
            }
            executor.shutdown();
            if (!executor.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("requests are still running after " + GRACE_SECONDS + " s; the stores stay open");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while closing the ledger", e);
        }
        store.close();
    }
}
