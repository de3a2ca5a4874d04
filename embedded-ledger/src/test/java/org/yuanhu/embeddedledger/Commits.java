package org.yuanhu.embeddedledger;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Asks for the status of any transaction id. */
final class Commits {
    private Commits() {}

    static Commit of(Gateway gateway, String transactionId) {
        CommitStatusRequest request = CommitStatusRequest.newBuilder()
                .setChannelId(TestChannel.CHANNEL)
                .setTransactionId(transactionId)
                .setIdentity(SerializedIdentity.newBuilder()
                        .setMspid(gateway.getIdentity().getMspId())
                        .setIdBytes(ByteString.copyFrom(gateway.getIdentity().getCredentials()))
                        .build()
                        .toByteString())
                .build();
        return gateway.newCommit(SignedCommitStatusRequest.newBuilder()
                .setRequest(request.toByteString())
                .build()
                .toByteArray());
    }
}
