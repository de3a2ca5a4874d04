package org.yuanhu.chaincode.testledger;

import io.grpc.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.shim.Chaincode;
import org.yuanhu.chaincode.YuanhuChaincode;
import org.yuanhu.embeddedledger.EmbeddedLedger;
import org.yuanhu.embeddedledger.LedgerBuilder;
import org.yuanhu.embeddedledger.Member;
import org.yuanhu.embeddedledger.PrivateCollection;
import org.yuanhu.networkconfig.consortium.Consortium;
import org.yuanhu.networkconfig.consortium.MspId;
import org.yuanhu.networkconfig.identity.Identities;
import org.yuanhu.networkconfig.identity.MspDefinition;
import org.yuanhu.networkconfig.identity.NodeOu;
import org.yuanhu.networkconfig.identity.UserIdentity;
import org.yuanhu.networkconfig.trust.Authorities;

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
        Consortium consortium = Consortium.demo();
        Identities identities = Identities.create(folder, consortium);
        String authorities = Authorities.json(consortium, identities.msps());
        Chaincode chaincode = new YuanhuChaincode(org.yuanhu.chaincode.access.Authorities.parse(authorities));
        List<Member> members = new ArrayList<>();
        for (MspDefinition msp : identities.msps()) {
            members.add(member(identities, msp));
        }
        Set<String> holders = new TreeSet<>();
        consortium.collection().members().forEach(msp -> holders.add(msp.value()));
        LedgerBuilder builder = EmbeddedLedger.in(
                        folder.resolve("ledger"),
                        consortium.channel(),
                        consortium.chaincode(),
                        wrapping.apply(chaincode))
                .members(members)
                .collection(new PrivateCollection(consortium.collection().name(), holders));
        return new EmbeddedTestLedger(builder.start(), identities, folder);
    }

    private static Member member(Identities identities, MspDefinition definition) {
        MspId msp = definition.msp();
        UserIdentity peer = identities.node(msp, NodeOu.PEER, "peer0");
        return new Member(
                msp.value(),
                List.of(definition.root()),
                definition.intermediates(),
                definition.crls(),
                peer.certificate(),
                peer.key());
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
    public void close() throws IOException {
        ledger.close();
    }
}
