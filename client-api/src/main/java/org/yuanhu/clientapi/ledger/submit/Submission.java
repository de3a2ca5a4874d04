package org.yuanhu.clientapi.ledger.submit;

import io.grpc.Status.Code;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.clientapi.ledger.connection.Gateways;
import org.yuanhu.consortium.identity.UserIdentity;

/**
 * Brings one transaction onto the ledger and waits for its commit status, whatever happens on the way.
 *
 * <p>A transaction that lost a race is built anew with the same content: the rule book knows an act by its id, so that this can
 * never add it twice. After a submit whose outcome is unknown, the commit status is asked before anything else.
 */
@Component
public final class Submission {
    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);
    private static final int ATTEMPTS = 8;
    private static final int SENDINGS = 3;
    private static final long FIRST_PAUSE_MILLIS = 4;
    private static final Set<TxValidationCode> LOST_A_RACE =
            EnumSet.of(TxValidationCode.MVCC_READ_CONFLICT, TxValidationCode.PHANTOM_READ_CONFLICT);

    /** The gateway looked at it and did not take it: there is no outcome to ask for. */
    private static final Set<Code> NEVER_TAKEN =
            EnumSet.of(Code.INVALID_ARGUMENT, Code.PERMISSION_DENIED, Code.UNAUTHENTICATED, Code.UNIMPLEMENTED);

    private final Gateways gateways;
    private final Endorsing endorsing;
    private final Queues queues = new Queues();

    public Submission(Gateways gateways, Endorsing endorsing) {
        this.gateways = gateways;
        this.endorsing = endorsing;
    }

    public Submitted submit(UserIdentity who, UnaryOperator<Proposal.Builder> call, String function) {
        return queues.of(who, () -> {
            for (int attempt = 1; ; attempt++) {
                Transaction endorsed = endorsing.endorse(who, proposal(who, call, function));
                Optional<Status> committed = commit(who, endorsed, attempt);
                if (committed.isPresent()) {
                    Receipt receipt = Json.read(endorsed.getResult(), Receipt.class);
                    return new Submitted(
                            receipt.id().value(),
                            receipt.type().text(),
                            receipt.repeated(),
                            endorsed.getTransactionId(),
                            committed.get().getBlockNumber());
                }
            }
        });
    }

    /**
     * What is on the ledger already is not submitted again: a transaction that read private data and writes none has only its
     * collection's members' endorsements, too few for a transaction without writes.
     */
    public PrivatelySubmitted submitPrivate(UserIdentity who, UnaryOperator<Proposal.Builder> call, String function) {
        for (int attempt = 1; ; attempt++) {
            Transaction endorsed = endorsing.endorsePrivately(proposal(who, call, function));
            String answer = new String(endorsed.getResult(), StandardCharsets.UTF_8);
            if (Json.tree(answer).path("repeated").asBoolean(false)) {
                return new PrivatelySubmitted(answer, Optional.empty());
            }
            if (commit(who, endorsed, attempt).isPresent()) {
                return new PrivatelySubmitted(answer, Optional.of(endorsed.getTransactionId()));
            }
        }
    }

    private Proposal proposal(UserIdentity who, UnaryOperator<Proposal.Builder> call, String function) {
        return call.apply(gateways.contract(who).newProposal(function)).build();
    }

    /** Empty if it lost a race and may be tried again. */
    private Optional<Status> commit(UserIdentity who, Transaction endorsed, int attempt) {
        Status status = send(who, endorsed);
        if (status.isSuccessful()) {
            return Optional.of(status);
        }
        if (!LOST_A_RACE.contains(status.getCode()) || attempt == ATTEMPTS) {
            throw new LedgerUnavailableException(
                    "Transaction " + status.getTransactionId() + " was not valid: " + status.getCode(), null);
        }
        LOG.debug("{} lost a race, attempt {}", status.getTransactionId(), attempt);
        pause(attempt);
        return Optional.empty();
    }

    /**
     * Hands it to the orderers and waits for its block. Where the answer is lost, its status is asked; where there is none, the very same
     * transaction is handed over again: a ledger takes one transaction id once.
     */
    private Status send(UserIdentity who, Transaction endorsed) {
        for (int attempt = 1; ; attempt++) {
            RuntimeException unknown;
            try {
                return endorsed.submitAsync().getStatus();
            } catch (SubmitException e) {
                if (NEVER_TAKEN.contains(e.getStatus().getCode())) {
                    throw Failures.of(e);
                }
                unknown = Failures.of(e);
            } catch (CommitStatusException e) {
                unknown = Failures.of(e);
            } catch (GatewayRuntimeException e) {
                unknown = Failures.of(e);
            }
            LOG.info(
                    "Outcome of {} unknown ({}), asking for its status",
                    endorsed.getTransactionId(),
                    unknown.getMessage());
            Optional<Status> known = status(who, endorsed.getTransactionId());
            if (known.isPresent()) {
                return known.get();
            }
            if (attempt == SENDINGS) {
                throw unknown;
            }
        }
    }

    private Optional<Status> status(UserIdentity who, String transactionId) {
        try {
            return Optional.of(gateways.commit(who, transactionId).getStatus());
        } catch (CommitStatusException | GatewayRuntimeException e) {
            LOG.info("No status of {}: {}", transactionId, e.getMessage());
            return Optional.empty();
        }
    }

    private static void pause(int attempt) {
        long limit = FIRST_PAUSE_MILLIS << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(limit / 2, limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailableException("Stopped while waiting to try again", e);
        }
    }
}
