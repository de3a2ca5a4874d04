package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Deadline;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.junit.jupiter.api.Test;

class ReplayTest extends LedgerTest {
    private Transaction endorse(String value) throws EndorseException {
        return contract.newProposal("add").addArguments("a", value).build().endorse();
    }

    @Test
    void refusesATransactionThatIsSubmittedAgainAlsoAfterARestart() throws Exception {
        Transaction once = endorse("x");
        once.submit();
        byte[] bytes = once.getBytes();
        for (int attempt = 0; attempt < 2; attempt++) {
            Transaction again = gateway.newTransaction(bytes);
            SubmitException refused = catchThrowableOfType(SubmitException.class, again::submit);
            assertThat(refused.getStatus().getCode()).isEqualTo(Code.ALREADY_EXISTS);
            assertThat(refused)
                    .hasMessageContaining("duplicate transaction found [" + once.getTransactionId() + "]")
                    .hasMessageContaining("LG-07");
            assertThat(evaluate("get", "a")).isEqualTo("x");
            restart();
        }
    }

    @Test
    void refusesAProposalWhoseTransactionIsCommitted() throws Exception {
        RawClient client = new RawClient(channel.user(TestChannel.COOPERATIVE));
        SignedProposal proposal = client.propose("put", "a", "1");
        EndorseRequest request = EndorseRequest.newBuilder()
                .setChannelId(TestChannel.CHANNEL)
                .setProposedTransaction(proposal)
                .build();
        GatewayGrpc.GatewayBlockingStub stub = GatewayGrpc.newBlockingStub(ledger.channel());
        var prepared = stub.endorse(request).getPreparedTransaction();
        stub.submit(org.hyperledger.fabric.protos.gateway.SubmitRequest.newBuilder()
                .setChannelId(TestChannel.CHANNEL)
                .setPreparedTransaction(prepared.toBuilder().setSignature(client.sign(prepared.getPayload())))
                .build());
        StatusRuntimeException refused =
                catchThrowableOfType(StatusRuntimeException.class, () -> stub.endorse(request));
        assertThat(refused.getStatus().getCode()).isEqualTo(Code.ABORTED);
    }

    @Test
    void acceptsATransactionEndorsedBeforeARestart() throws Exception {
        byte[] endorsed = endorse("x").getBytes();
        restart();
        gateway.newTransaction(endorsed).submit();
        assertThat(evaluate("get", "a")).isEqualTo("x");
    }

    @Test
    void tellsTheStatusOfACommittedTransactionForEver() throws Exception {
        Transaction endorsed = endorse("x");
        var submitted = endorsed.submitAsync();
        Status first = submitted.getStatus();
        byte[] request = submitted.getBytes();
        restart();
        Status later = gateway.newCommit(request).getStatus();
        assertThat(later.getBlockNumber()).isEqualTo(first.getBlockNumber());
        assertThat(later.isSuccessful()).isTrue();
    }

    @Test
    void letsAStatusWaitUntilTheTransactionIsCommittedOrItsDeadlinePasses() throws Exception {
        Transaction endorsed = endorse("x");
        var unsubmitted = gateway.newTransaction(endorsed.getBytes());
        // the status request of a transaction that is not submitted yet, signed with the same identity
        var other = endorse("y");
        var status = Commits.of(gateway, other.getTransactionId());
        CommitStatusException late = catchThrowableOfType(
                CommitStatusException.class,
                () -> status.getStatus(options -> options.withDeadline(Deadline.after(300, TimeUnit.MILLISECONDS))));
        assertThat(late.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);

        CompletableFuture<Status> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return Commits.of(gateway, endorsed.getTransactionId()).getStatus();
            } catch (CommitStatusException e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(100);
        assertThat(waiting).isNotDone();
        unsubmitted.submit();
        assertThat(waiting.get(10, TimeUnit.SECONDS).isSuccessful()).isTrue();
    }
}
