package org.yuanhu.networktests.nodes;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.NodeAddress;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeProcess;

/** Fabric's own client, unmodified, towards one organisation's peer. */
final class TestClient implements AutoCloseable {
    private final OrganisationFolder organisation;
    private final ManagedChannel connection;
    private final Gateway gateway;
    private final Contract contract;

    TestClient(OrganisationFolder organisation, Consortium consortium, UserIdentity user) {
        this.organisation = organisation;
        NodeAddress address = organisation.organisation().address();
        try {
            connection = NettyChannelBuilder.forAddress(address.host(), address.peerPort())
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(organisation
                                    .node(NodeKind.PEER)
                                    .resolve("tls/ca.pem")
                                    .toFile())
                            .build())
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        gateway = Gateway.newInstance()
                .identity(new X509Identity(user.msp().value(), user.certificate()))
                .signer(Signers.newPrivateKeySigner(user.key()))
                .connection(connection)
                .endorseOptions(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))
                .submitOptions(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))
                .commitStatusOptions(options -> options.withDeadlineAfter(60, TimeUnit.SECONDS))
                .evaluateOptions(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))
                .connect();
        contract = gateway.getNetwork(consortium.channel()).getContract(consortium.chaincode());
    }

    void submit(String function, String... arguments)
            throws EndorseException, SubmitException, CommitStatusException, CommitException {
        contract.submitTransaction(function, arguments);
    }

    /** Asks for what the channel's policy needs, and goes no further. */
    void endorse(String function, String... arguments) throws EndorseException {
        contract.newProposal(function).addArguments(arguments).build().endorse();
    }

    /** Submits again until it succeeds: what a client does while the orderers agree on a new leader. */
    void submitRetrying(String function, String key, String value, Duration limit) throws Exception {
        Instant end = Instant.now().plus(limit);
        while (true) {
            try {
                submit(function, key, value);
                return;
            } catch (GatewayException | CommitException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                NodeProcess.pause();
            }
        }
    }

    void submitPrivate(String function, String key, String value, String... endorsers)
            throws EndorseException, SubmitException, CommitStatusException, CommitException {
        contract.newProposal(function)
                .addArguments(key)
                .putTransient("value", value.getBytes(StandardCharsets.UTF_8))
                .setEndorsingOrganizations(endorsers)
                .build()
                .endorse()
                .submit();
    }

    String evaluateOwnPeer(String function, String... arguments) {
        Proposal proposal = contract.newProposal(function)
                .addArguments(arguments)
                .setEndorsingOrganizations(organisation.msp().value())
                .build();
        try {
            return new String(proposal.evaluate(), StandardCharsets.UTF_8);
        } catch (GatewayException e) {
            throw new IllegalStateException(e.getStatus() + " " + e.getDetails(), e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        connection.shutdownNow();
    }
}
