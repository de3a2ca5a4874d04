package org.yuanhu.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.yuanhu.chaincode.YuanhuChaincode;
import org.yuanhu.chaincode.access.Authorities;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.embeddedledger.EmbeddedLedger;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ActId;

/**
 * P5: durable acts of the rule book on the single-machine ledger, from 64 clients with the unmodified Gateway client, beside
 * {@link SignedWrites} with as many signatures, checks and bytes an act.
 *
 * <p>Clients and ledger share the process and its cores, as they do in the server.
 */
final class DurableActs implements Row {
    private static final int CLIENTS = 64;
    private static final int CLIENT_SIGNATURES = 3;
    private static final double SECONDS = 8;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 3;

    private final AtomicInteger number = new AtomicInteger();

    @Override
    public List<Figures> measure(Consumer<String> progress) throws Exception {
        Path folder = Files.createTempDirectory("yuanhu-p5");
        double[] ours = new double[ROUNDS];
        double[] peers = new double[ROUNDS];
        try {
            Identities identities = Identities.create(folder, Consortium.demo());
            UserIdentity officer = officer(identities);
            try (EmbeddedLedger ledger = ledger(folder.resolve("ledger"), identities);
                    Gateway gateway = gateway(ledger, officer)) {
                Contract contract = gateway.getNetwork(identities.consortium().channel())
                        .getContract(identities.consortium().chaincode());
                Transaction sample = endorsed(contract);
                Envelope envelope =
                        PreparedTransaction.parseFrom(sample.getBytes()).getEnvelope();
                int endorsements = endorsements(envelope);
                try (SignedWrites baseline = new SignedWrites(
                        folder.resolve("baseline"), CLIENT_SIGNATURES, endorsements, envelope.getSerializedSize())) {
                    for (int round = -WARM_UP; round < ROUNDS; round++) {
                        double our = Clients.perSecond(
                                CLIENTS, SECONDS, () -> endorsed(contract).submit());
                        double peer = Clients.perSecond(CLIENTS, SECONDS, baseline::act);
                        progress.accept(String.format(
                                Locale.ROOT,
                                "%s: ours %.0f, baseline (%d signatures and checks, %d endorsements, %d bytes) %.0f acts/s",
                                round < 0 ? "warming up" : "round " + (round + 1) + " of " + ROUNDS,
                                our,
                                CLIENT_SIGNATURES,
                                endorsements,
                                envelope.getSerializedSize(),
                                peer));
                        if (round >= 0) {
                            ours[round] = our;
                            peers[round] = peer;
                        }
                    }
                }
            }
        } finally {
            delete(folder);
        }
        return List.of(
                new Figures(Rounds.median(ours), Rounds.median(peers), "durable acts/s at " + CLIENTS + " clients"));
    }

    private Transaction endorsed(Contract contract) throws Exception {
        int next = number.incrementAndGet();
        DefineCommodity act = new DefineCommodity(
                new ActId("define-" + next), new CommodityCode("commodity-" + next), "Commodity " + next, Unit.GRAM);
        return contract.newProposal(Operation.DEFINE_COMMODITY.text())
                .addArguments(Json.write(act))
                .build()
                .endorse();
    }

    private static int endorsements(Envelope envelope) throws IOException {
        Payload payload = Payload.parseFrom(envelope.getPayload());
        org.hyperledger.fabric.protos.peer.Transaction transaction =
                org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData());
        return ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload())
                .getAction()
                .getEndorsementsCount();
    }

    private static UserIdentity officer(Identities identities) {
        return identities.issueUser(UserRequest.of(
                "province-officer",
                "province",
                Map.of("yuanhu.region", identities.consortium().province().value())));
    }

    private static Gateway gateway(EmbeddedLedger ledger, UserIdentity who) {
        return Gateway.newInstance()
                .identity(new X509Identity(who.msp().value(), who.certificate()))
                .signer(who::sign)
                .connection(ledger.channel())
                .connect();
    }

    private static EmbeddedLedger ledger(Path folder, Identities identities) throws IOException {
        String authorities = org.yuanhu.consortium.trust.Authorities.json(identities.consortium(), identities.msps());
        return EmbeddedLedger.in(folder, identities, new YuanhuChaincode(Authorities.parse(authorities)))
                .start();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
