package org.yuanhu.clientapi.ledger.submit;

import io.grpc.Status.Code;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.ledger.connection.Gateways;
import org.yuanhu.clientapi.ledger.connection.LedgerConnection;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * Has proposals endorsed, by as many organisations as the policy asks, whatever one of them does.
 *
 * <p>Fabric's gateway asks its own peer first and measures the others by it. So where it fails, every organisation is asked alone, with the
 * same proposal: what a quorum answers is the answer, also when it is a refusal; who answers otherwise is named in the log and in
 * the counter {@code yuanhu.ledger.odd}; and the act is endorsed by those who agree. For a while they are asked directly.
 */
@Component
public final class Endorsing {
    private static final Logger LOG = LoggerFactory.getLogger(Endorsing.class);
    private static final int ROUNDS = 8;
    /** A peer may be a block behind: it is given a moment before anybody is called odd. */
    private static final long PAUSE_MILLIS = 60;

    /** Whoever comes round in between was a block behind. Several may be: a refusal that one contradicts waits longer still. */
    private static final int NAMED_FROM = 3;

    private static final long ALONE_MILLIS = 4_000;
    private static final long GRACE_MILLIS = 300;
    private static final long AGREED_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** The gateway found the request itself wrong, or its sender a stranger: others would say the same. */
    private static final Set<Code> FINAL =
            EnumSet.of(Code.INVALID_ARGUMENT, Code.PERMISSION_DENIED, Code.UNAUTHENTICATED, Code.UNIMPLEMENTED);

    private final Gateways gateways;
    private final LedgerConnection connection;
    private final MeterRegistry metrics;
    private final ExecutorService asking = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "ask-organisation");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Optional<Agreed> agreed = Optional.empty();

    /** Who agreed when the organisations were last asked alone, and until when (of {@link System#nanoTime}) they are asked directly. */
    private record Agreed(List<MspId> organisations, long until) {}

    public Endorsing(Gateways gateways, MeterRegistry metrics) {
        this.gateways = gateways;
        this.connection = gateways.connection();
        this.metrics = metrics;
    }

    /**
     * An act, by whichever organisations the gateway chooses.
     *
     * @throws RefusedException if a quorum's rule books refuse
     * @throws LedgerUnavailableException if no quorum answers alike
     */
    Transaction endorse(UserIdentity who, Proposal proposal) {
        return endorse(who, proposal, agreedLately());
    }

    /** The same, by the organisations a proof needs, as far as they answer. */
    public Transaction attest(UserIdentity who, Proposal proposal) {
        List<MspId> first =
                connection.endorsers().stream().limit(connection.quorum()).toList();
        return endorse(who, proposal, agreedLately().or(() -> Optional.of(first).filter(any -> !any.isEmpty())));
    }

    /** A private proposal, by the organisations it names: no other may be asked, it would be told what it may not know. */
    Transaction endorsePrivately(Proposal proposal) {
        for (int round = 1; ; round++) {
            try {
                return proposal.endorse();
            } catch (EndorseException e) {
                if (round == ROUNDS || connection.endorsers().isEmpty() || isFinal(Failures.of(e), e)) {
                    throw Failures.of(e);
                }
                pause(round);
            } catch (GatewayRuntimeException e) {
                throw Failures.of(e);
            }
        }
    }

    private Transaction endorse(UserIdentity who, Proposal proposal, Optional<List<MspId>> by) {
        Proposal asked = by.map(organisations -> gateways.askedOf(who, proposal, organisations))
                .orElse(proposal);
        RuntimeException failure;
        try {
            return asked.endorse();
        } catch (EndorseException e) {
            failure = Failures.of(e);
            if (connection.endorsers().isEmpty() || FINAL.contains(e.getStatus().getCode())) {
                throw failure;
            }
        } catch (GatewayRuntimeException e) {
            throw Failures.of(e);
        }
        agreed = Optional.empty();
        return byThoseWhoAgree(who, proposal, failure);
    }

    private Transaction byThoseWhoAgree(UserIdentity who, Proposal proposal, RuntimeException failure) {
        for (int round = 1; round <= ROUNDS; round++) {
            pause(round);
            Map<MspId, EndorserResponse> responses = responses(who, proposal);
            Optional<EndorserResponse> common = common(responses);
            if (common.isEmpty()) {
                LOG.info("No quorum of organisations answers alike, round {}: {} answered", round, responses.keySet());
                continue;
            }
            boolean unanimous = responses.values().stream().allMatch(common.get()::equals);
            boolean refused = common.get() instanceof EndorserResponse.Refusal;
            if (!unanimous && round < (refused ? ROUNDS : NAMED_FROM)) {
                continue;
            }
            nameTheOdd(responses, common.get());
            if (common.get() instanceof EndorserResponse.Refusal refusal) {
                throw RefusedException.parse(refusal.message()).orElseThrow();
            }
            Optional<Transaction> endorsed = endorsedBy(who, proposal, holders(responses, common.get()));
            if (endorsed.isPresent()) {
                return endorsed.get();
            }
        }
        throw failure instanceof RefusedException
                ? new LedgerUnavailableException("The organisations do not agree whether it is refused", failure)
                : failure;
    }

    private Optional<Transaction> endorsedBy(UserIdentity who, Proposal proposal, List<MspId> organisations) {
        try {
            Transaction endorsed =
                    gateways.askedOf(who, proposal, organisations).endorse();
            agreed = Optional.of(new Agreed(organisations, System.nanoTime() + AGREED_NANOS));
            return Optional.of(endorsed);
        } catch (EndorseException | GatewayRuntimeException e) {
            LOG.info("{} agreed and were not endorsed together: {}", organisations, e.getMessage());
            return Optional.empty();
        }
    }

    /** What each organisation answers that answers in time; once a quorum is of one mind, the others have a moment more. */
    private Map<MspId, EndorserResponse> responses(UserIdentity who, Proposal proposal) {
        Map<MspId, CompletableFuture<Optional<EndorserResponse>>> asked = new LinkedHashMap<>();
        for (MspId organisation : connection.endorsers()) {
            asked.put(
                    organisation,
                    CompletableFuture.supplyAsync(
                            () -> response(gateways.askedOf(who, proposal, List.of(organisation))), asking));
        }
        CompletableFuture<Void> enough = new CompletableFuture<>();
        CompletableFuture<Void> all = CompletableFuture.allOf(asked.values().stream()
                .map(answer -> answer.thenRun(() -> {
                    if (common(given(asked)).isPresent()) {
                        enough.complete(null);
                    }
                }))
                .toArray(CompletableFuture[]::new));
        await(CompletableFuture.anyOf(enough, all), ALONE_MILLIS + GRACE_MILLIS);
        await(all, GRACE_MILLIS);
        return given(asked);
    }

    /** Waits until it is there, has failed, or took too long. */
    private static void await(CompletableFuture<?> awaited, long millis) {
        try {
            awaited.handle((done, failure) -> true).get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return; // whoever has not answered by now is not asked for
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // handled above
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Map<MspId, EndorserResponse> given(Map<MspId, CompletableFuture<Optional<EndorserResponse>>> asked) {
        Map<MspId, EndorserResponse> given = new LinkedHashMap<>();
        asked.forEach((organisation, answer) ->
                answer.getNow(Optional.empty()).ifPresent(response -> given.put(organisation, response)));
        return given;
    }

    private static Optional<EndorserResponse> response(Proposal alone) {
        try {
            return Optional.of(EndorserResponse.Endorsed.of(
                    alone.endorse(options -> options.withDeadlineAfter(ALONE_MILLIS, TimeUnit.MILLISECONDS))));
        } catch (EndorseException e) {
            return Failures.of(e) instanceof RefusedException refused
                    ? Optional.of(EndorserResponse.Refusal.of(refused))
                    : Optional.empty();
        } catch (GatewayRuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<EndorserResponse> common(Map<MspId, EndorserResponse> responses) {
        return responses.values().stream()
                .filter(response -> holders(responses, response).size() >= connection.quorum())
                .findFirst();
    }

    /** A quorum of those who gave the same response, those that a proof needs first. */
    private List<MspId> holders(Map<MspId, EndorserResponse> responses, EndorserResponse common) {
        return responses.entrySet().stream()
                .filter(entry -> entry.getValue().equals(common))
                .map(Map.Entry::getKey)
                .limit(connection.quorum())
                .toList();
    }

    private void nameTheOdd(Map<MspId, EndorserResponse> responses, EndorserResponse common) {
        List<MspId> odd = new ArrayList<>();
        responses.forEach((organisation, response) -> {
            if (!response.equals(common)) {
                odd.add(organisation);
                metrics.counter("yuanhu.ledger.odd", "organisation", organisation.value())
                        .increment();
            }
        });
        if (!odd.isEmpty()) {
            LOG.warn("{} answers otherwise than the other organisations and is left out", odd);
        }
    }

    private Optional<List<MspId>> agreedLately() {
        return agreed.filter(last -> last.until() - System.nanoTime() > 0).map(Agreed::organisations);
    }

    private static boolean isFinal(RuntimeException failure, GatewayException e) {
        return failure instanceof RefusedException
                || FINAL.contains(e.getStatus().getCode());
    }

    private static void pause(int round) {
        sleep(round * PAUSE_MILLIS);
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static LedgerUnavailableException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LedgerUnavailableException("Stopped while waiting for the organisations to agree", e);
    }
}
