package org.yuanhu.chaincode.testledger;

import io.grpc.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.yuanhu.networkconfig.consortium.Consortium;
import org.yuanhu.networkconfig.identity.Identities;
import org.yuanhu.networkconfig.identity.UserIdentity;

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

    @Override
    void close() throws IOException;

    /** Starts an empty ledger in an empty folder. */
    static TestLedger start(Path folder) throws IOException {
        String name = System.getProperty("yuanhu.test.ledger", "");
        if (name.isEmpty()) {
            return EmbeddedTestLedger.start(folder);
        }
        return ServiceLoader.load(Factory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No test ledger is named " + name))
                .start(folder, Consortium.demo());
    }

    /** Another kind of ledger to run the suites on. */
    interface Factory {
        /** What the system property calls it. */
        String name();

        /** Starts an empty ledger in an empty folder. */
        TestLedger start(Path folder, Consortium consortium) throws IOException;
    }
}
