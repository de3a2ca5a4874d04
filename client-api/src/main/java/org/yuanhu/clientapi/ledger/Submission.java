package org.yuanhu.clientapi.ledger;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.networkconfig.identity.UserIdentity;

/**
 * Brings one transaction onto the ledger and waits for its commit status, whatever happens on the way.
 *
 * <p>A transaction that lost a race is built anew with the same content: the rule book knows an act by its id, so that this can
 * never add it twice. After a submit whose outcome is unknown, the commit status is asked before anything else.
 */
@Component
final class Submission {
    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);
    private static final int ATTEMPTS = 8;
    private static final long FIRST_PAUSE_MILLIS = 4;
    private static final Set<TxValidationCode> LOST_A_RACE =
            EnumSet.of(TxValidationCode.MVCC_READ_CONFLICT, TxValidationCode.PHANTOM_READ_CONFLICT);

    private final Gateways gateways;

    Submission(Gateways gateways) {
        this.gateways = gateways;
    }

    Submitted submit(UserIdentity who, UnaryOperator<Proposal.Builder> call, String function) {
        Committed committed = commit(who, call, function);
        Receipt receipt = Json.read(committed.answer(), Receipt.class);
        return new Submitted(
                receipt.id().value(),
                receipt.type().text(),
                receipt.repeated(),
                committed.transactionId(),
                committed.block());
    }

    PrivatelySubmitted submitPrivate(UserIdentity who, UnaryOperator<Proposal.Builder> call, String function) {
        Committed committed = commit(who, call, function);
        return new PrivatelySubmitted(committed.answer(), committed.transactionId(), committed.block());
    }

    private Committed commit(UserIdentity who, UnaryOperator<Proposal.Builder> call, String function) {
        for (int attempt = 1; ; attempt++) {
            Transaction endorsed = endorse(who, call, function);
            Status status = send(who, endorsed);
            if (status.isSuccessful()) {
                String answer = new String(endorsed.getResult(), StandardCharsets.UTF_8);
                return new Committed(answer, status.getTransactionId(), status.getBlockNumber());
            }
            if (!LOST_A_RACE.contains(status.getCode()) || attempt == ATTEMPTS) {
                throw new LedgerUnavailable(
                        "Transaction " + status.getTransactionId() + " was not valid: " + status.getCode(), null);
            }
            LOG.debug("{} lost a race, attempt {}", function, attempt);
            pause(attempt);
        }
    }

    private Transaction endorse(UserIdentity who, UnaryOperator<Proposal.Builder> call, String function) {
        try {
            return call.apply(gateways.contract(who).newProposal(function))
                    .build()
                    .endorse();
        } catch (EndorseException e) {
            throw Failures.of(e);
        } catch (GatewayRuntimeException e) {
            throw Failures.of(e);
        }
    }

    private Status send(UserIdentity who, Transaction endorsed) {
        try {
            return endorsed.submitAsync().getStatus();
        } catch (SubmitException | CommitStatusException | GatewayRuntimeException e) {
            LOG.info("Outcome of {} unknown, asking for its status", endorsed.getTransactionId());
            return status(who, endorsed.getTransactionId());
        }
    }

    private Status status(UserIdentity who, String transactionId) {
        byte[] creator = SerializedIdentity.newBuilder()
                .setMspid(who.msp().value())
                .setIdBytes(ByteString.copyFrom(who.certificatePem().getBytes(StandardCharsets.US_ASCII)))
                .build()
                .toByteArray();
        CommitStatusRequest request = CommitStatusRequest.newBuilder()
                .setChannelId(gateways.channelName())
                .setTransactionId(transactionId)
                .setIdentity(ByteString.copyFrom(creator))
                .build();
        Commit commit = gateways.gateway(who)
                .newCommit(SignedCommitStatusRequest.newBuilder()
                        .setRequest(request.toByteString())
                        .build()
                        .toByteArray());
        try {
            return commit.getStatus();
        } catch (CommitStatusException e) {
            throw Failures.of(e);
        } catch (GatewayRuntimeException e) {
            throw Failures.of(e);
        }
    }

    private static void pause(int attempt) {
        long limit = FIRST_PAUSE_MILLIS << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(limit / 2, limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("Stopped while waiting to try again", e);
        }
    }

    private record Committed(String answer, String transactionId, long block) {}
}
