package org.yuanhu.embeddedledger.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.yuanhu.embeddedledger.channel.PrivateCollection;
import org.yuanhu.embeddedledger.commit.LedgerTransaction;
import org.yuanhu.embeddedledger.endorsement.EndorsementPolicy;
import org.yuanhu.embeddedledger.endorsement.Endorsing;
import org.yuanhu.embeddedledger.endorsement.TransientStore;
import org.yuanhu.embeddedledger.proposal.Proposal;
import org.yuanhu.embeddedledger.proposal.ProposalChecks;
import org.yuanhu.embeddedledger.proposal.ProposalRefusedException;
import org.yuanhu.embeddedledger.proposal.ProposalRefusedException.Stage;
import org.yuanhu.embeddedledger.simulation.Simulation;
import org.yuanhu.embeddedledger.simulation.Simulator;

/** Where proposals are checked, simulated and, if they are to become transactions, endorsed. */
public final class ProposalDesk {
    private final ProposalChecks checks;
    private final Simulator simulator;
    private final Endorsing endorsing;
    private final EndorsementPolicy policy;
    private final TransientStore transientStore;
    private final Map<String, PrivateCollection> collections;

    /** A desk for one channel and chaincode. */
    public ProposalDesk(
            ProposalChecks checks,
            Simulator simulator,
            Endorsing endorsing,
            EndorsementPolicy policy,
            TransientStore transientStore,
            Map<String, PrivateCollection> collections) {
        this.checks = checks;
        this.simulator = simulator;
        this.endorsing = endorsing;
        this.policy = policy;
        this.transientStore = transientStore;
        this.collections = Map.copyOf(collections);
    }

    EvaluateResponse evaluate(EvaluateRequest request) {
        Set<String> targets = request.getTargetOrganizationsList().isEmpty()
                ? endorsing.mspIds()
                : new LinkedHashSet<>(request.getTargetOrganizationsList());
        List<String> first = targets.stream().limit(1).toList();
        try {
            Proposal proposal = Proposal.unpack(request.getProposedTransaction());
            if (targets.stream().noneMatch(endorsing.mspIds()::contains)) {
                throw Errors.of(
                        Code.FAILED_PRECONDITION,
                        "no peers available to evaluate chaincode %s in channel %s"
                                .formatted(
                                        proposal.chaincode(), proposal.channel().getChannelId()));
            }
            Simulation simulation = simulator.run(proposal, checks.check(proposal));
            requireHolder(targets, simulation);
            return EvaluateResponse.newBuilder()
                    .setResult(simulation.response())
                    .build();
        } catch (ProposalRefusedException e) {
            throw Errors.evaluating(e, first);
        }
    }

    private void requireHolder(Set<String> targets, Simulation simulation) throws ProposalRefusedException {
        if (targets.stream().noneMatch(holders(simulation)::contains)) {
            throw new ProposalRefusedException(
                    Stage.SIMULATION,
                    "none of the target organisations holds private data collection(s) "
                            + simulation.privateCollections());
        }
    }

    EndorseResponse endorse(EndorseRequest request) {
        List<String> named =
                request.getEndorsingOrganizationsList().stream().distinct().toList();
        List<String> first = endorsing.mspIds().stream().limit(1).toList();
        try {
            Proposal proposal = Proposal.unpack(request.getProposedTransaction());
            requireKnown(named);
            Simulation simulation = simulator.run(proposal, checks.check(proposal));
            List<String> mspIds = endorsersFor(named, simulation);
            Envelope envelope = endorsing.assemble(proposal, simulation, mspIds);
            if (!simulation.privateWrites().isEmpty()) {
                transientStore.keep(
                        proposal.transactionId(), simulation.results().toByteString(), simulation.privateWrites());
            }
            return EndorseResponse.newBuilder().setPreparedTransaction(envelope).build();
        } catch (ProposalRefusedException e) {
            throw Errors.endorsing(e, !named.isEmpty(), named.isEmpty() ? first : named);
        }
    }

    private void requireKnown(List<String> named) {
        List<String> unknown = named.stream()
                .filter(mspId -> !endorsing.mspIds().contains(mspId))
                .toList();
        if (!unknown.isEmpty()) {
            throw Errors.of(
                    Code.UNAVAILABLE, "failed to find any endorsing peers for org(s): " + String.join(", ", unknown));
        }
    }

    /**
     * Who endorses: those the client named, else everybody; but nobody outside a collection whose values were read or
     * written. As on Fabric, naming too few shows at commit, and not naming any, where members alone cannot satisfy the
     * policy, is refused here.
     */
    private List<String> endorsersFor(List<String> named, Simulation simulation) throws ProposalRefusedException {
        Set<String> holders = holders(simulation);
        if (!named.isEmpty()) {
            List<String> outsiders =
                    named.stream().filter(mspId -> !holders.contains(mspId)).toList();
            if (!outsiders.isEmpty()) {
                throw new ProposalRefusedException(
                        Stage.SIMULATION,
                        "organisation(s) %s do not hold private data collection(s) %s and may not endorse what touches them"
                                .formatted(outsiders, simulation.privateCollections()));
            }
            return named;
        }
        List<String> able = new ArrayList<>(endorsing.mspIds());
        able.retainAll(holders);
        if (!satisfies(able, simulation)) {
            throw Errors.of(
                    Code.FAILED_PRECONDITION,
                    ("no combination of peers can be derived which satisfy the endorsement policy: only %s hold private data"
                                    + " collection(s) %s, and the policy for public keys asks for %d organisations;"
                                    + " write private data in a transaction of its own")
                            .formatted(able, simulation.privateCollections(), policy.distinctOrganisations()));
        }
        return able;
    }

    private boolean satisfies(List<String> mspIds, Simulation simulation) {
        try {
            return policy.metBy(Set.copyOf(mspIds), simulation.results());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a read/write set of our own cannot be read", e);
        }
    }

    private Set<String> holders(Simulation simulation) {
        Set<String> holders = new LinkedHashSet<>(endorsing.mspIds());
        for (String name : simulation.privateCollections()) {
            PrivateCollection collection = collections.get(name);
            if (collection != null) {
                holders.retainAll(collection.members());
            }
        }
        return holders;
    }

    /** Drops what was kept for a transaction that has been committed. */
    void forget(LedgerTransaction transaction) {
        if (!transaction.privateWrites().isEmpty()) {
            transientStore.forget(transaction.id(), transaction.results());
        }
    }
}
