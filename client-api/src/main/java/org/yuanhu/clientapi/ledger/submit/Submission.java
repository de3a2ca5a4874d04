package org.yuanhu.clientapi.ledger.submit;

import io.grpc.Status.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Operation;
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
    /** Where it is not known that the orderers have it: long enough for a block, and then they are given it again. */
    private static final Duration PERHAPS_ON_ITS_WAY = Duration.ofSeconds(3);
    /** How often a document is asked for that a quorum has and the peer asked may have a block later. */
    private static final int READS = 8;

    private static final Set<TxValidationCode> LOST_A_RACE =
            EnumSet.of(TxValidationCode.MVCC_READ_CONFLICT, TxValidationCode.PHANTOM_READ_CONFLICT);

    /** The gateway looked at it and did not take it: there is no outcome to ask for. */
    private static final Set<Code> NEVER_TAKEN =
            EnumSet.of(Code.INVALID_ARGUMENT, Code.PERMISSION_DENIED, Code.UNAUTHENTICATED, Code.UNIMPLEMENTED);

    private final Gateways gateways;
    private final Endorsing endorsing;
    private final CommitStatuses statuses;
    private final Queues queues = new Queues();

    public Submission(Gateways gateways, Endorsing endorsing, CommitStatuses statuses) {
        this.gateways = gateways;
        this.endorsing = endorsing;
        this.statuses = statuses;
    }

    public Submitted submit(UserIdentity who, UnaryOperator<Proposal.Builder> call, String function) {
        return queues.of(who, () -> {
            for (int attempt = 1; ; attempt++) {
                Transaction endorsed = endorsing.endorse(who, proposal(gateways.contract(who), call, function));
                Receipt receipt = Json.read(endorsed.getResult(), Receipt.class);
                if (receipt.repeated()) {
                    return recorded(who, receipt);
                }
                Optional<Status> committed = commit(who, endorsed, attempt);
                if (committed.isPresent()) {
                    return submitted(receipt, committed.get());
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
            Transaction endorsed = endorsing.endorsePrivately(proposal(gateways.privateContract(who), call, function));
            String answer = new String(endorsed.getResult(), StandardCharsets.UTF_8);
            if (Json.tree(answer).path("repeated").asBoolean(false)) {
                return new PrivatelySubmitted(answer, Optional.empty());
            }
            if (commit(who, endorsed, attempt).isPresent()) {
                return new PrivatelySubmitted(answer, Optional.of(endorsed.getTransactionId()));
            }
        }
    }

    private static Proposal proposal(Contract contract, UnaryOperator<Proposal.Builder> call, String function) {
        return call.apply(contract.newProposal(function)).build();
    }

    /** An act the ledger has already: a quorum says so, and nothing is submitted. It is answered with the transaction that recorded it. */
    private Submitted recorded(UserIdentity who, Receipt receipt) {
        String transactionId = Json.tree(document(who, receipt)).path("tx").asString("");
        Status first = statuses.of(
                        who, transactionId, gateways.connection().deadlines().commit())
                .orElseThrow(() -> new LedgerUnavailableException(
                        "No peer says in which block transaction " + transactionId + " stands", null));
        return submitted(receipt, first);
    }

    private String document(UserIdentity who, Receipt receipt) {
        for (int attempt = 1; ; attempt++) {
            try {
                Proposal read = gateways.contract(who)
                        .newProposal(Operation.GET.text())
                        .addArguments("act", receipt.id().value())
                        .build();
                return new String(read.evaluate(), StandardCharsets.UTF_8);
            } catch (GatewayException e) {
                RuntimeException failure = Failures.of(e);
                if (attempt == READS) {
                    throw failure;
                }
                LOG.debug("The document of {} is not read yet: {}", receipt.id(), failure.getMessage());
                pause(attempt);
            }
        }
    }

    private static Submitted submitted(Receipt receipt, Status status) {
        return new Submitted(
                receipt.id().value(),
                receipt.type().text(),
                receipt.repeated(),
                status.getTransactionId(),
                status.getBlockNumber());
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
        String transactionId = endorsed.getTransactionId();
        for (int attempt = 1; ; attempt++) {
            Optional<RuntimeException> unknown = handOver(endorsed);
            Duration block =
                    unknown.isEmpty() ? gateways.connection().deadlines().commit() : PERHAPS_ON_ITS_WAY;
            Optional<Status> known = statuses.of(who, transactionId, block);
            if (known.isPresent()) {
                return known.get();
            }
            if (attempt == SENDINGS) {
                throw unknown.orElseGet(() ->
                        new LedgerUnavailableException("Transaction " + transactionId + " is in no block yet", null));
            }
        }
    }

    /** @return why it is not known whether the orderers have it; empty if they have */
    private static Optional<RuntimeException> handOver(Transaction endorsed) {
        RuntimeException unknown;
        try {
            endorsed.submitAsync();
            return Optional.empty();
        } catch (SubmitException e) {
            unknown = Failures.of(e);
            if (NEVER_TAKEN.contains(e.getStatus().getCode())) {
                throw unknown;
            }
        } catch (GatewayRuntimeException e) {
            unknown = Failures.of(e);
        }
        LOG.info(
                "Outcome of {} unknown ({}), asking for its status", endorsed.getTransactionId(), unknown.getMessage());
        return Optional.of(unknown);
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
