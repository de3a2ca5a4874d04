package org.yuanhu.embeddedledger.simulation;

import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.shim.Chaincode;
import org.yuanhu.embeddedledger.channel.PrivateCollection;
import org.yuanhu.embeddedledger.membership.Caller;
import org.yuanhu.embeddedledger.proposal.Proposal;
import org.yuanhu.embeddedledger.proposal.ProposalRefusedException;
import org.yuanhu.embeddedledger.proposal.ProposalRefusedException.Stage;
import org.yuanhu.embeddedledger.store.View;

/** Runs chaincode on snapshots. Many simulations run at once; none sees another's writes, nor its own. */
public final class Simulator {
    private static final int FIRST_ERROR_STATUS = 400;

    private final Chaincode chaincode;
    private final Map<String, PrivateCollection> collections;
    private final Supplier<View> views;

    /** Runs this chaincode on the newest view there is when a simulation starts. */
    public Simulator(Chaincode chaincode, Map<String, PrivateCollection> collections, Supplier<View> views) {
        this.chaincode = chaincode;
        this.collections = collections;
        this.views = views;
    }

    /**
     * Simulates a checked proposal.
     *
     * @throws ProposalRefusedException if chaincode answers with an error, or could not run
     */
    public Simulation run(Proposal proposal, Caller caller) throws ProposalRefusedException {
        try (View view = views.get()) {
            ReadWriteSet set = new ReadWriteSet();
            WriteRules rules = new WriteRules(proposal.transactionId());
            PublicState state = new PublicState(view, set, rules);
            PrivateState privateState =
                    new PrivateState(view, set, rules, collections, proposal.chaincode(), caller.mspId());
            SimulationStub stub = new SimulationStub(proposal, state, privateState);
            Response response;
            try {
                response = invoke(stub);
            } finally {
                state.finish();
            }
            return finish(proposal, set, stub, response);
        }
    }

    private Response invoke(SimulationStub stub) throws ProposalRefusedException {
        Chaincode.Response answer;
        try {
            answer = chaincode.invoke(stub);
        } catch (RuntimeException | LinkageError e) {
            throw new ProposalRefusedException(
                    Stage.SIMULATION, "error in simulation: failed to execute transaction: " + e);
        }
        Response.Builder response = Response.newBuilder().setStatus(answer.getStatusCode());
        if (answer.getMessage() != null) {
            response.setMessage(answer.getMessage());
        }
        if (answer.getPayload() != null) {
            response.setPayload(ByteString.copyFrom(answer.getPayload()));
        }
        return response.build();
    }

    private static Simulation finish(Proposal proposal, ReadWriteSet set, SimulationStub stub, Response response)
            throws ProposalRefusedException {
        RuntimeException failure = stub.failure();
        if (failure != null) {
            throw new ProposalRefusedException(Stage.SIMULATION, "error in simulation: " + failure.getMessage());
        }
        if (response.getStatus() < 200 || response.getStatus() >= FIRST_ERROR_STATUS) {
            throw new ProposalRefusedException(
                    Stage.CHAINCODE,
                    "chaincode response %d, %s".formatted(response.getStatus(), response.getMessage()));
        }
        ChaincodeEvent event = stub.getEvent();
        return new Simulation(
                response,
                set.toProto(proposal.chaincode()),
                event == null ? ByteString.EMPTY : event.toByteString(),
                set.privateWrites(),
                set.privateCollections());
    }
}
