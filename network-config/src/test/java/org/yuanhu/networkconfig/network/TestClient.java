package org.yuanhu.networkconfig.network;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
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
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.yuanhu.networkconfig.consortium.Consortium;
import org.yuanhu.networkconfig.consortium.NodeAddress;
import org.yuanhu.networkconfig.identity.UserIdentity;
import org.yuanhu.vocabulary.Hash;

/** Fabric's own client, unmodified, towards one organisation's peer. */
final class TestClient implements AutoCloseable {
    private final OrganisationFolder organisation;
    private final ManagedChannel connection;
    private final Gateway gateway;
    private final Contract contract;
    private final UserIdentity user;

    TestClient(OrganisationFolder organisation, Consortium consortium, UserIdentity user) {
        this.organisation = organisation;
        this.user = user;
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

    /** Evaluates with a proposal whose timestamp was moved before it was signed. */
    void evaluateAt(Instant time, String function, String... arguments) throws Exception {
        byte[] bytes = contract.newProposal(function)
                .addArguments(arguments)
                .setEndorsingOrganizations(organisation.msp().value())
                .build()
                .getBytes();
        ProposedTransaction proposed = ProposedTransaction.parseFrom(bytes);
        org.hyperledger.fabric.protos.peer.Proposal proposal = org.hyperledger.fabric.protos.peer.Proposal.parseFrom(
                proposed.getProposal().getProposalBytes());
        Header header = Header.parseFrom(proposal.getHeader());
        ChannelHeader moved = ChannelHeader.parseFrom(header.getChannelHeader()).toBuilder()
                .setTimestamp(Timestamp.newBuilder().setSeconds(time.getEpochSecond()))
                .build();
        byte[] changed = proposal.toBuilder()
                .setHeader(header.toBuilder()
                        .setChannelHeader(moved.toByteString())
                        .build()
                        .toByteString())
                .build()
                .toByteArray();
        byte[] signature = Signers.newPrivateKeySigner(user.key())
                .sign(Hash.sha256(changed).bytes());
        ProposedTransaction again = proposed.toBuilder()
                .setProposal(SignedProposal.newBuilder()
                        .setProposalBytes(ByteString.copyFrom(changed))
                        .setSignature(ByteString.copyFrom(signature)))
                .build();
        gateway.newSignedProposal(again.toByteArray(), signature).evaluate();
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
