package org.yuanhu.embeddedledger.endorsement;

import com.google.protobuf.ByteString;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.yuanhu.consortium.trust.LedgerFacts;
import org.yuanhu.embeddedledger.block.BlockHashes;
import org.yuanhu.embeddedledger.membership.Endorser;
import org.yuanhu.embeddedledger.proposal.Proposal;
import org.yuanhu.embeddedledger.simulation.Simulation;

/** Puts the organisations' endorsements under simulations, and knows them again. */
public final class Endorsing {
    private static final int REMEMBERED = 10_000;

    private final Map<String, Endorser> endorsers = new LinkedHashMap<>();
    private final Set<ByteString> made = Collections.newSetFromMap(Collections.synchronizedMap(new RecentlyMade()));

    /**
     * The digests of payloads assembled here, so that a submit need not verify signatures this process just made. Each is asked for
     * once, soon after: first in, first out is right, and a cache that ranks by use and evicts in the background would be more.
     */
    private static final class RecentlyMade extends LinkedHashMap<ByteString, Boolean> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteString, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** Endorses with these keys. */
    public Endorsing(Collection<Endorser> endorsers) {
        endorsers.forEach(endorser -> this.endorsers.put(endorser.mspId(), endorser));
    }

    /** Organisations that can endorse. */
    public Set<String> mspIds() {
        return endorsers.keySet();
    }

    /** The transaction a client is to sign: Fabric's envelope with the transient map left out. */
    public Envelope assemble(Proposal proposal, Simulation simulation, Collection<String> mspIds) {
        ByteString response = responsePayload(proposal, simulation);
        List<Endorsement> endorsements = mspIds.stream()
                .map(endorsers::get)
                .map(endorser -> endorser.endorse(response))
                .toList();
        ChaincodeActionPayload action = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(Proposal.withoutTransient(proposal.payload()))
                .setAction(ChaincodeEndorsedAction.newBuilder()
                        .setProposalResponsePayload(response)
                        .addAllEndorsements(endorsements))
                .build();
        Transaction transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(proposal.header().getSignatureHeader())
                        .setPayload(action.toByteString()))
                .build();
        ByteString payload = Payload.newBuilder()
                .setHeader(proposal.header())
                .setData(transaction.toByteString())
                .build()
                .toByteString();
        made.add(digest(payload));
        return Envelope.newBuilder().setPayload(payload).build();
    }

    /** The bytes endorsers sign; the chaincode's version in them is the mark of a single machine. */
    private static ByteString responsePayload(Proposal proposal, Simulation simulation) {
        ChaincodeAction action = ChaincodeAction.newBuilder()
                .setResults(simulation.results().toByteString())
                .setEvents(simulation.event())
                .setResponse(simulation.response())
                .setChaincodeId(ChaincodeID.newBuilder()
                        .setName(proposal.chaincode())
                        .setVersion(LedgerFacts.Kind.SINGLE_MACHINE.text()))
                .build();
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(proposal.hash())
                .setExtension(action.toByteString())
                .build()
                .toByteString();
    }

    /** Whether a payload is, byte for byte, one that was assembled here lately. */
    public boolean knows(ByteString payload) {
        return made.contains(digest(payload));
    }

    private static ByteString digest(ByteString payload) {
        return ByteString.copyFrom(BlockHashes.sha256().digest(payload.toByteArray()));
    }

    /** The organisations whose endorsement of an action holds. */
    public Set<String> endorsersOf(ChaincodeEndorsedAction action, boolean signaturesKnown) {
        Set<String> mspIds = new LinkedHashSet<>();
        for (Endorsement endorsement : action.getEndorsementsList()) {
            for (Endorser endorser : endorsers.values()) {
                boolean named = endorsement.getEndorser().equals(endorser.identity());
                if (named && (signaturesKnown || endorser.made(endorsement, action.getProposalResponsePayload()))) {
                    mspIds.add(endorser.mspId());
                }
            }
        }
        return mspIds;
    }
}
