package org.yuanhu.networktests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.EmbeddedTestLedger;
import org.yuanhu.chaincode.testledger.Endorsed;
import org.yuanhu.chaincode.testledger.TestLedger;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * A real network and a single-machine ledger beside it, with the same organisations' keys. Every proposal goes to both, byte for byte:
 * same transaction id, same timestamp. Whatever they do that is not the same is an assertion's failure. Acts go one after another.
 */
public final class BothLedgers implements TestLedger {
    private static final List<String> EVERYBODY =
            Consortium.demo().members().stream().map(MspId::value).toList();

    private static final String FORGOTTEN = "Failed to send response to task";
    private static final int TRIES = 5;

    private final TestLedger fabric;
    private final TestLedger single;
    private final Map<UserIdentity, Client> clientsOfSingle = new ConcurrentHashMap<>();
    private final Map<UserIdentity, Client> clientsOfFabric = new ConcurrentHashMap<>();
    private int endorsed;
    private int refused;
    private int read;

    private BothLedgers(TestLedger fabric, TestLedger single) {
        this.fabric = fabric;
        this.single = single;
    }

    /** Two empty ledgers. */
    public static BothLedgers start(Path folder) throws IOException {
        TestLedger fabric = RealNetwork.shared().rulebooks().emptyLedger();
        return new BothLedgers(
                fabric, EmbeddedTestLedger.start(folder, fabric.identities(), fabric.home(), chaincode -> chaincode));
    }

    @Override
    public byte[] submit(UserIdentity user, Proposal proposal) throws GatewayException, CommitException {
        Answer<Transaction> onFabric = Answer.to(proposal::endorse);
        Answer<Transaction> onSingle = Answer.to(same(user, proposal)::endorse);
        assertSameRefusal(onFabric, onSingle);
        if (onFabric.refusal.isPresent()) {
            refused++;
            throw onFabric.refusal.get();
        }
        endorsed++;
        Transaction first = onFabric.value.orElseThrow();
        Transaction second = onSingle.value.orElseThrow();
        assertSameEffects(first, second);
        assertSameEverywhere(user, proposal);
        TxValidationCode code = code(second);
        try {
            byte[] result = first.submit();
            assertThat(code).as("code of " + first.getTransactionId()).isEqualTo(TxValidationCode.VALID);
            return result;
        } catch (CommitException e) {
            assertThat(code).as("code of " + first.getTransactionId()).isEqualTo(e.getCode());
            throw e;
        }
    }

    @Override
    public byte[] evaluate(UserIdentity user, Proposal proposal) throws GatewayException {
        Answer<byte[]> onFabric = Answer.to(proposal::evaluate);
        Answer<byte[]> onSingle = Answer.to(same(user, proposal)::evaluate);
        assertSameRefusal(onFabric, onSingle);
        if (onFabric.refusal.isPresent()) {
            refused++;
            throw onFabric.refusal.get();
        }
        read++;
        assertSameEverywhere(user, proposal);
        byte[] told = onFabric.value.orElseThrow();
        assertThat(new String(onSingle.value.orElseThrow(), UTF_8)).isEqualTo(new String(told, UTF_8));
        return told;
    }

    /** What has been compared until now. */
    @Override
    public String toString() {
        return "%d transactions, %d refusals and %d reads compared".formatted(endorsed, refused, read);
    }

    private Proposal same(UserIdentity user, Proposal proposal) {
        return clientsOfSingle
                .computeIfAbsent(user, key -> new Client(single, key))
                .proposal(proposal.getBytes());
    }

    private static void assertSameRefusal(Answer<?> onFabric, Answer<?> onSingle) {
        assertThat(onSingle.told()).as("the single-machine ledger's refusal").isEqualTo(onFabric.told());
    }

    private static void assertSameEffects(Transaction onFabric, Transaction onSingle) {
        try {
            assertThat(onSingle.getTransactionId()).isEqualTo(onFabric.getTransactionId());
            assertThat(Endorsed.of(onSingle).effects())
                    .as("what the single-machine ledger endorsed")
                    .anyMatch(line -> line.startsWith("read "))
                    .isEqualTo(Endorsed.of(onFabric).effects());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is public is answered by all four organisations with the same bytes: the gateway puts their signatures under one answer. */
    private void assertSameEverywhere(UserIdentity user, Proposal proposal) throws GatewayException {
        try {
            ProposedTransaction asked = ProposedTransaction.parseFrom(proposal.getBytes());
            if (asked.getEndorsingOrganizationsCount() > 0) {
                return; // private: the others are not asked
            }
            Proposal everywhere = clientsOfFabric
                    .computeIfAbsent(user, key -> new Client(fabric, key))
                    .proposal(asked.toBuilder()
                            .addAllEndorsingOrganizations(EVERYBODY)
                            .build()
                            .toByteArray());
            assertThat(Endorsed.of(endorsedAgain(everywhere)).organisations())
                    .containsExactlyInAnyOrderElementsOf(EVERYBODY);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Fabric's shim forgets a call by its transaction id, a moment after it has answered: the same id asked again within that moment is
     * forgotten instead, and its reads find nobody ("Failed to send response to task"). Then it is asked once more.
     */
    private static Transaction endorsedAgain(Proposal proposal) throws GatewayException {
        for (int attempt = 1; ; attempt++) {
            try {
                return proposal.endorse();
            } catch (GatewayException e) {
                if (attempt == TRIES || Client.messages(e).stream().noneMatch(said -> said.contains(FORGOTTEN))) {
                    throw e;
                }
            }
        }
    }

    private static TxValidationCode code(Transaction endorsed) throws GatewayException {
        try {
            endorsed.submit();
            return TxValidationCode.VALID;
        } catch (CommitException e) {
            return e.getCode();
        }
    }

    @Override
    public Identities identities() {
        return fabric.identities();
    }

    @Override
    public Path home() {
        return fabric.home();
    }

    @Override
    public Channel channel(UserIdentity user) {
        return fabric.channel(user);
    }

    @Override
    public void revoke(UserIdentity user) {
        fabric.revoke(user);
        single.revoke(user);
    }

    @Override
    public void close() throws IOException {
        fabric.close();
        single.close();
    }

    /** A value, or why there is none. */
    private record Answer<T>(Optional<T> value, Optional<GatewayException> refusal) {
        interface Call<T> {
            T call() throws GatewayException;
        }

        static <T> Answer<T> to(Call<T> call) {
            try {
                return new Answer<>(Optional.of(call.call()), Optional.empty());
            } catch (GatewayException e) {
                return new Answer<>(Optional.empty(), Optional.of(e));
            }
        }

        /** Status, rule and arguments; what else a ledger says is not the rule book's. */
        String told() {
            return refusal.map(e -> e.getStatus().getCode() + " "
                            + Client.messages(e).stream()
                                    .flatMap(told -> RefusedException.parse(told).stream())
                                    .map(RefusedException::getMessage)
                                    .findFirst()
                                    .orElse("by the ledger"))
                    .orElse("accepted");
        }
    }
}
