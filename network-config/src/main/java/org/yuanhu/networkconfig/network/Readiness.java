package org.yuanhu.networkconfig.network;

import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Proposal;
import org.yuanhu.networkconfig.channel.AdminGateway;
import org.yuanhu.networkconfig.channel.FabricAdmin;
import org.yuanhu.networkconfig.deployment.ChaincodeProcess;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeFailedException;
import org.yuanhu.networkconfig.node.NodeProcess;

/**
 * Whether clients can be served. Running processes are not enough: peers must have heard of each other, and each must reach
 * its chaincode. So Fabric's own gateway is asked, as a client would: an endorsement that needs as many organisations as the
 * consortium's policy must succeed, and each organisation's chaincode must answer by itself.
 */
final class Readiness {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long CALL_SECONDS = 15;
    /** A function no chaincode has: its refusal shows that it was asked, and has no effect. */
    private static final String UNKNOWN = "network:ready";

    private static final String ANSWERED = "chaincode response";

    private final FabricTools tools;
    private final NetworkFolder network;

    Readiness(FabricTools tools, NetworkFolder network) {
        this.tools = tools;
        this.network = network;
    }

    /** @throws NodeFailedException if it does not come about in two minutes, naming the node and what it answered last */
    void await() {
        Instant end = Instant.now().plus(LIMIT);
        for (OrganisationFolder organisation : network.organisations()) {
            NodeProcess peer = new NodeProcess(organisation, NodeKind.PEER);
            boolean chaincode = isCommitted(organisation)
                    && ChaincodeProcess.current(organisation).isPresent();
            String last = problem(organisation, chaincode);
            while (!last.isEmpty()) {
                if (peer.running().isEmpty() || Instant.now().isAfter(end)) {
                    throw peer.failed("is not ready: " + last);
                }
                NodeProcess.pause();
                last = problem(organisation, chaincode);
            }
        }
    }

    private boolean isCommitted(OrganisationFolder organisation) {
        return new FabricAdmin(tools, organisation, network.consortium().channel())
                .hasCommitted(network.consortium().chaincode());
    }

    /** What is not ready yet as seen by one organisation's peer; empty if all is. */
    private String problem(OrganisationFolder organisation, boolean chaincode) {
        try (AdminGateway gateway = new AdminGateway(organisation, network.consortium())) {
            // Fabric's own lifecycle chaincode is endorsed under the policy of the channel.
            String problem = endorse(gateway.contract("_lifecycle")
                    .newProposal("QueryChaincodeDefinitions")
                    .addArguments(new byte[0])
                    .build());
            if (!problem.isEmpty() || !chaincode) {
                return problem;
            }
            Contract contract = gateway.contract(network.consortium().chaincode());
            String own = endorse(contract.newProposal(UNKNOWN)
                    .setEndorsingOrganizations(organisation.msp().value())
                    .build());
            return own.isEmpty() ? endorse(contract.newProposal(UNKNOWN).build()) : own;
        }
    }

    private static String endorse(Proposal proposal) {
        try {
            proposal.endorse(options -> options.withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS));
            return "";
        } catch (EndorseException e) {
            List<String> answers = e.getDetails().stream()
                    .map(detail -> detail.getMspId() + ": " + detail.getMessage())
                    .toList();
            boolean answered = answers.stream().anyMatch(answer -> answer.contains(ANSWERED));
            Status status = e.getStatus();
            return answered ? "" : status.getCode() + " " + status.getDescription() + " " + answers;
        }
    }
}
