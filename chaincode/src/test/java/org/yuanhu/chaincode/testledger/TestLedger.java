package org.yuanhu.chaincode.testledger;

import io.grpc.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;

/**
 * A running ledger that carries the chaincode, empty at first. The suites know nothing more of it, so that the same classes run on
 * any ledger: name another {@link Factory} in the system property {@code yuanhu.test.ledger}.
 */
public interface TestLedger extends AutoCloseable {
    /** The keys of all four organisations. */
    Identities identities();

    /** Where those keys lie, for a consortium file that says otherwise. */
    Path home();

    /** A channel to a peer that this user may ask. */
    Channel channel(UserIdentity user);

    /** Revokes a certificate; when this returns, the ledger knows. */
    void revoke(UserIdentity user);

    /** Endorses and submits, and waits for the commit. */
    default byte[] submit(UserIdentity user, Proposal proposal) throws GatewayException, CommitException {
        return proposal.endorse().submit();
    }

    /** Simulates only. */
    default byte[] evaluate(UserIdentity user, Proposal proposal) throws GatewayException {
        return proposal.evaluate();
    }

    @Override
    void close() throws IOException;

    /** Starts an empty ledger in an empty folder. */
    static TestLedger start(Path folder) throws IOException {
        Optional<Factory> named = named();
        return named.isPresent() ? named.get().start(folder, Consortium.demo()) : EmbeddedTestLedger.start(folder);
    }

    /** What keeps the ledger the suites are to run on from running on this machine. */
    static Optional<String> whyNotHere() {
        return named().flatMap(Factory::whyNotHere);
    }

    /** Whether a test of the suites is tried in this run. */
    static boolean tries(String test) {
        return named().map(factory -> factory.tries(test)).orElse(true);
    }

    private static Optional<Factory> named() {
        String name = System.getProperty("yuanhu.test.ledger", "");
        return name.isEmpty() ? Optional.empty() : Optional.of(named(name));
    }

    private static Factory named(String name) {
        return ServiceLoader.load(Factory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No test ledger is named " + name));
    }

    /** Another kind of ledger to run the suites on. */
    interface Factory {
        /** What the system property calls it. */
        String name();

        /** What it lacks on this machine; empty if it can be started. */
        Optional<String> whyNotHere();

        /** Whether a test, by class and method, is tried in this run: where each takes long, a part of them is. */
        default boolean tries(String test) {
            return true;
        }

        /** Starts an empty ledger in an empty folder. */
        TestLedger start(Path folder, Consortium consortium) throws IOException;
    }
}
