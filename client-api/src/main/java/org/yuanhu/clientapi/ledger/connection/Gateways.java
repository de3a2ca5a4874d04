package org.yuanhu.clientapi.ledger.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.CallOptions;
import io.grpc.Channel;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.identity.Identity;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.springframework.stereotype.Component;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.UserIdentity;

/** One Gateway per certificate, over the one connection; those used least are let go. */
@Component
public final class Gateways {
    private static final int KEPT = 256;

    private final LedgerConnection connection;
    private final Cache<Key, Gateway> open =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();

    /** @param isPrivate to those alone that may be told private data */
    private record Key(X509Certificate certificate, boolean isPrivate) {}

    public Gateways(LedgerConnection connection) {
        this.connection = connection;
    }

    public Network network(UserIdentity who) {
        return gateway(who).getNetwork(connection.channelName());
    }

    public Contract contract(UserIdentity who) {
        return network(who).getContract(connection.chaincodeName());
    }

    /** For calls with private values: spoken to over the channels of those alone that may be told them. */
    public Contract privateContract(UserIdentity who) {
        return gateway(who, true).getNetwork(connection.channelName()).getContract(connection.chaincodeName());
    }

    public LedgerConnection connection() {
        return connection;
    }

    private Gateway gateway(UserIdentity who) {
        return gateway(who, false);
    }

    private Gateway gateway(UserIdentity who, boolean isPrivate) {
        Channel grpc = isPrivate ? connection.privateGrpc() : connection.grpc();
        return open.get(new Key(who.certificate(), isPrivate), key -> connect(who, grpc));
    }

    /**
     * The same proposal, to be endorsed by these organisations and no others. The signature stays good: whom a client asks is no part of
     * what it signs.
     */
    public Proposal askedOf(UserIdentity who, Proposal proposal, List<MspId> organisations) {
        try {
            ProposedTransaction asked = ProposedTransaction.parseFrom(proposal.getBytes()).toBuilder()
                    .clearEndorsingOrganizations()
                    .addAllEndorsingOrganizations(
                            organisations.stream().map(MspId::value).toList())
                    .build();
            return gateway(who).newSignedProposal(asked.toByteArray(), who.sign(proposal.getDigest()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The client's own proposal cannot be read", e);
        }
    }

    /** A transaction that may be on its way, to ask for its status. */
    public Commit commit(UserIdentity who, String transactionId) {
        Identity identity = new X509Identity(who.msp().value(), who.certificate());
        CommitStatusRequest request = CommitStatusRequest.newBuilder()
                .setChannelId(connection.channelName())
                .setTransactionId(transactionId)
                .setIdentity(SerializedIdentity.newBuilder()
                        .setMspid(identity.getMspId())
                        .setIdBytes(ByteString.copyFrom(identity.getCredentials()))
                        .build()
                        .toByteString())
                .build();
        return gateway(who)
                .newCommit(SignedCommitStatusRequest.newBuilder()
                        .setRequest(request.toByteString())
                        .build()
                        .toByteArray());
    }

    private Gateway connect(UserIdentity who, Channel grpc) {
        Deadlines limit = connection.deadlines();
        return Gateway.newInstance()
                .identity(new X509Identity(who.msp().value(), who.certificate()))
                .signer(who::sign)
                .connection(grpc)
                .evaluateOptions(within(limit.evaluate()))
                .endorseOptions(within(limit.endorse()))
                .submitOptions(within(limit.submit()))
                .commitStatusOptions(within(limit.commit()))
                .connect();
    }

    private static UnaryOperator<CallOptions> within(Duration limit) {
        return options -> options.withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
