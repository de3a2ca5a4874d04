package org.yuanhu.clientapi.ledger;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Identity;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.springframework.stereotype.Component;
import org.yuanhu.networkconfig.identity.UserIdentity;

/** One Gateway per certificate, over the one connection; the least recently used are let go. */
@Component
final class Gateways {
    private static final int KEPT = 256;
    private static final Duration EVALUATE = Duration.ofSeconds(10);
    private static final Duration ENDORSE = Duration.ofSeconds(30);
    private static final Duration SUBMIT = Duration.ofSeconds(10);
    /** How long a commit status is waited for: far above a block's time, far below a person's patience. */
    private static final Duration COMMIT = Duration.ofSeconds(30);

    private final LedgerConnection connection;
    private final Map<X509Certificate, Gateway> open = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<X509Certificate, Gateway> eldest) {
            return size() > KEPT;
        }
    };

    Gateways(LedgerConnection connection) {
        this.connection = connection;
    }

    Network network(UserIdentity who) {
        return gateway(who).getNetwork(connection.channelName());
    }

    Contract contract(UserIdentity who) {
        return network(who).getContract(connection.chaincodeName());
    }

    String chaincodeName() {
        return connection.chaincodeName();
    }

    private Gateway gateway(UserIdentity who) {
        synchronized (open) {
            return open.computeIfAbsent(who.certificate(), certificate -> connect(who));
        }
    }

    /** A transaction that may be on its way, to ask for its status. */
    Commit commit(UserIdentity who, String transactionId) {
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

    private Gateway connect(UserIdentity who) {
        return Gateway.newInstance()
                .identity(new X509Identity(who.msp().value(), who.certificate()))
                .signer(who::sign)
                .connection(connection.grpc())
                .evaluateOptions(within(EVALUATE))
                .endorseOptions(within(ENDORSE))
                .submitOptions(within(SUBMIT))
                .commitStatusOptions(within(COMMIT))
                .connect();
    }

    private static UnaryOperator<CallOptions> within(Duration limit) {
        return options -> options.withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
