package org.yuanhu.chaincode.testledger;

import io.grpc.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.shim.Chaincode;
import org.yuanhu.chaincode.YuanhuChaincode;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.consortium.trust.Authorities;
import org.yuanhu.embeddedledger.EmbeddedLedger;

/** The single-machine ledger in this process. */
public final class EmbeddedTestLedger implements TestLedger {
    private final EmbeddedLedger ledger;
    private final Identities identities;
    private final Path home;

    private EmbeddedTestLedger(EmbeddedLedger ledger, Identities identities, Path home) {
        this.ledger = ledger;
        this.identities = identities;
        this.home = home;
    }

    static TestLedger start(Path folder) throws IOException {
        return start(folder, chaincode -> chaincode);
    }

    /** Starts it with the chaincode wrapped, to watch its calls. */
    public static TestLedger start(Path folder, UnaryOperator<Chaincode> wrapping) throws IOException {
        return start(folder, Identities.create(folder, Consortium.demo()), folder, wrapping);
    }

    /** Starts it with keys that lie elsewhere. */
    public static TestLedger start(Path folder, Identities identities, Path home, UnaryOperator<Chaincode> wrapping)
            throws IOException {
        String authorities = Authorities.json(identities.consortium(), identities.msps());
        Chaincode chaincode = new YuanhuChaincode(org.yuanhu.chaincode.access.Authorities.parse(authorities));
        EmbeddedLedger ledger = EmbeddedLedger.in(folder.resolve("ledger"), identities, wrapping.apply(chaincode))
                .start();
        return new EmbeddedTestLedger(ledger, identities, home);
    }

    @Override
    public Identities identities() {
        return identities;
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Channel channel(UserIdentity user) {
        return ledger.channel();
    }

    @Override
    public void revoke(UserIdentity user) {
        identities.revoke(user.certificate().getSerialNumber());
        ledger.replaceCrls(user.msp().value(), identities.crls(user.msp()));
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
