package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yuanhu.embeddedledger.gateway.KindInterceptor;

class GatewayTest extends LedgerTest {
    @Test
    void putsGetsAndDeletesAndRemembersAcrossARestart() throws Exception {
        submit("put", "a", "1");
        submit("put", "b", "2");
        submit("delete", "b");
        assertThat(evaluate("get", "a")).isEqualTo("1");

        restart();
        assertThat(evaluate("get", "a")).isEqualTo("1");
        assertThat(evaluate("get", "b")).isEmpty();
        assertThat(ledger.startReport().blocks()).isEqualTo(4);
        assertThat(ledger.startReport().closedProperly()).isTrue();
    }

    @Test
    void hidesATransactionsOwnWrites() throws Exception {
        submit("put", "a", "before");
        assertThat(submit("putTwice", "a", "after")).isEqualTo("before");
        assertThat(evaluate("get", "a")).isEqualTo("after");
    }

    @Test
    void deletesOnAnEmptyValueAsFabricDoes() throws Exception {
        submit("put", "a", "1");
        submit("put", "a", "");
        assertThat(evaluate("range", "", "")).isEmpty();
    }

    @Test
    void writesNothingWhenAClientOnlyAsksForEndorsement() throws Exception {
        Transaction endorsed =
                contract.newProposal("put").addArguments("a", "1").build().endorse();
        assertThat(endorsed.getResult()).isEmpty();
        assertThat(evaluate("get", "a")).isEmpty();
        assertThat(ledger.height()).isEqualTo(1);
    }

    @Test
    void carriesAChaincodesMessageToTheClientInFabricsWords() {
        EndorseException endorsing =
                catchThrowableOfType(EndorseException.class, () -> contract.submitTransaction("nonsense"));
        assertThat(endorsing.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(endorsing).hasMessageContaining("failed to endorse transaction, see attached details for more info");
        assertThat(endorsing.getDetails().get(0).getMessage())
                .isEqualTo("chaincode response 500, unknown function nonsense");

        GatewayException evaluating =
                catchThrowableOfType(GatewayException.class, () -> contract.evaluateTransaction("nonsense"));
        assertThat(evaluating.getStatus().getCode()).isEqualTo(Status.Code.UNKNOWN);
        assertThat(evaluating)
                .hasMessageContaining(
                        "evaluate call to endorser returned error: chaincode response 500, unknown function nonsense");
    }

    @Test
    void survivesAChaincodeThatThrows() throws Exception {
        assertThatThrownBy(() -> contract.evaluateTransaction("refuse", "no good"))
                .satisfies(thrown -> assertThat(said(thrown)).contains("no good"));
        submit("put", "a", "1");
        assertThat(evaluate("get", "a")).isEqualTo("1");
    }

    @Test
    void refusesAnUnknownChannelChaincodeAndOrganisation() {
        assertThatThrownBy(() -> gateway.getNetwork("city")
                        .getContract(TestChannel.CHAINCODE)
                        .evaluateTransaction("get", "a"))
                .satisfies(thrown -> assertThat(said(thrown)).contains("channel 'city' not found"));
        assertThatThrownBy(() -> gateway.getNetwork(TestChannel.CHANNEL)
                        .getContract("other")
                        .evaluateTransaction("get", "a"))
                .satisfies(thrown -> assertThat(said(thrown))
                        .contains("make sure the chaincode other has been successfully defined on channel village"));
        assertThatThrownBy(() -> contract.newProposal("put")
                        .addArguments("a", "1")
                        .setEndorsingOrganizations("StrangerMSP")
                        .build()
                        .endorse())
                .isInstanceOf(EndorseException.class)
                .satisfies(thrown -> assertThat(
                                ((EndorseException) thrown).getStatus().getCode())
                        .isEqualTo(Status.Code.UNAVAILABLE))
                .hasMessageContaining("failed to find any endorsing peers for org(s): StrangerMSP");
    }

    @Test
    void marksAnswersRefusalsAndSignedResponsesAsSingleMachine() throws Exception {
        AtomicReference<Metadata> headers = new AtomicReference<>();
        AtomicReference<Metadata> trailers = new AtomicReference<>();
        try (Gateway marked = TestChannel.connect(
                channel.user(TestChannel.COOPERATIVE),
                ClientInterceptors.intercept(
                        ledger.channel(), MetadataUtils.newCaptureMetadataInterceptor(headers, trailers)))) {
            Contract asked = TestChannel.contract(marked);
            asked.evaluateTransaction("get", "a");
            assertThat(kind(headers)).isEqualTo("single-machine");
            assertThatThrownBy(() -> asked.evaluateTransaction("nonsense")).isInstanceOf(GatewayException.class);
            assertThat(kind(trailers)).isEqualTo("single-machine");
        }
        Transaction endorsed =
                contract.newProposal("get").addArguments("a").build().endorse();
        assertThat(action(endorsed).getChaincodeId().getVersion()).isEqualTo("single-machine");
    }

    private static @Nullable String kind(AtomicReference<Metadata> seen) {
        return Objects.requireNonNull(seen.get()).get(KindInterceptor.LEDGER_KIND);
    }

    private static ChaincodeAction action(Transaction endorsed) throws Exception {
        ChaincodeActionPayload payload = Envelopes.action(
                PreparedTransaction.parseFrom(endorsed.getBytes()).getEnvelope());
        return ChaincodeAction.parseFrom(
                ProposalResponsePayload.parseFrom(payload.getAction().getProposalResponsePayload())
                        .getExtension());
    }

    @Test
    void endorsesWithEveryOrganisationOrThoseNamed() throws Exception {
        Transaction byAll =
                contract.newProposal("put").addArguments("a", "1").build().endorse();
        assertThat(Envelopes.endorsers(byAll))
                .containsExactly(
                        TestChannel.GOVERNMENT, TestChannel.COOPERATIVE, TestChannel.PLATFORM, TestChannel.AUDITOR);
        Transaction byTwo = contract.newProposal("put")
                .addArguments("a", "1")
                .setEndorsingOrganizations(TestChannel.PLATFORM, TestChannel.AUDITOR)
                .build()
                .endorse();
        assertThat(Envelopes.endorsers(byTwo)).containsExactly(TestChannel.PLATFORM, TestChannel.AUDITOR);
    }

    @Test
    void takesCallsOfManyClientsAtOnce() throws Exception {
        Thread[] clients = new Thread[8];
        for (int i = 0; i < clients.length; i++) {
            String name = "client" + i;
            clients[i] = new Thread(() -> {
                for (int n = 0; n < 20; n++) {
                    try {
                        contract.submitTransaction("put", name + "-" + n, "1");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            clients[i].start();
        }
        for (Thread client : clients) {
            client.join();
        }
        assertThat(evaluate("range", "", "").split(",")).hasSize(160);
        assertThat(ledger.height()).as("blocks hold more than one transaction").isLessThan(161);
    }
}
