package org.yuanhu.chaincode.testledger;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.Duration;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.Proposal;

/** The client's clock, set wrong. */
public final class Timestamps {
    private Timestamps() {}

    /** The same proposal, not yet signed, as if it had been made so much later. */
    public static byte[] moved(byte[] proposal, Duration later) throws InvalidProtocolBufferException {
        ProposedTransaction proposed = ProposedTransaction.parseFrom(proposal);
        Proposal inside = Proposal.parseFrom(proposed.getProposal().getProposalBytes());
        Header header = Header.parseFrom(inside.getHeader());
        ChannelHeader channel = ChannelHeader.parseFrom(header.getChannelHeader());
        Timestamp time = channel.getTimestamp();
        ChannelHeader moved = channel.toBuilder()
                .setTimestamp(time.toBuilder().setSeconds(time.getSeconds() + later.toSeconds()))
                .build();
        Header with = header.toBuilder().setChannelHeader(moved.toByteString()).build();
        Proposal changed = inside.toBuilder().setHeader(with.toByteString()).build();
        return proposed.toBuilder()
                .setProposal(proposed.getProposal().toBuilder()
                        .setProposalBytes(changed.toByteString())
                        .clearSignature())
                .build()
                .toByteArray();
    }
}
