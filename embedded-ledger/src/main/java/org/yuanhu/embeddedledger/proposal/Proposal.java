package org.yuanhu.embeddedledger.proposal;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.yuanhu.embeddedledger.block.BlockHashes;
import org.yuanhu.embeddedledger.proposal.ProposalRefusedException.Stage;

/**
 * A signed proposal taken apart, as Fabric's {@code UnpackProposal} does.
 *
 * @param signed as it came
 * @param header channel and signature header bytes
 * @param channel the channel header
 * @param signature the signature header: creator and nonce
 * @param payload chaincode input, and the transient map that reaches no block
 * @param input the invocation's arguments
 * @param chaincode name in the header extension
 * @param hash Fabric's proposal hash: headers and payload without the transient map
 */
public record Proposal(
        SignedProposal signed,
        Header header,
        ChannelHeader channel,
        SignatureHeader signature,
        ChaincodeProposalPayload payload,
        List<ByteString> input,
        String chaincode,
        ByteString hash) {
    private static final long YEAR_1 = -62_135_596_800L;
    private static final long YEAR_10000 = 253_402_300_800L;
    private static final int NANOS = 1_000_000_000;

    /**
     * Unpacks a proposal.
     *
     * @throws ProposalRefusedException with stage {@code UNPACK} if it is not a chaincode proposal
     */
    public static Proposal unpack(SignedProposal signed) throws ProposalRefusedException {
        if (signed.getProposalBytes().isEmpty()) {
            throw new ProposalRefusedException(Stage.UNPACK, "a signed proposal is required");
        }
        try {
            var proposal = org.hyperledger.fabric.protos.peer.Proposal.parseFrom(signed.getProposalBytes());
            Header header = Header.parseFrom(proposal.getHeader());
            ChannelHeader channel = ChannelHeader.parseFrom(header.getChannelHeader());
            ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
            ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.parseFrom(payload.getInput());
            String named = spec.getChaincodeSpec().getChaincodeId().getName();
            ChaincodeHeaderExtension extension = ChaincodeHeaderExtension.parseFrom(channel.getExtension());
            String chaincode = extension.getChaincodeId().getName();
            require(isTime(channel.getTimestamp()), "the timestamp is not a moment of the years 1 to 9999");
            require(!channel.getChannelId().isEmpty(), "no channel id provided");
            require(!named.isEmpty(), "no chaincode name is provided, channel id [" + channel.getChannelId() + "]");
            require(
                    named.equals(chaincode),
                    "the header names chaincode [" + chaincode + "], the payload [" + named + "]");
            return new Proposal(
                    signed,
                    header,
                    channel,
                    SignatureHeader.parseFrom(header.getSignatureHeader()),
                    payload,
                    spec.getChaincodeSpec().getInput().getArgsList(),
                    chaincode,
                    hash(header, withoutTransient(payload)));
        } catch (InvalidProtocolBufferException e) {
            throw new ProposalRefusedException(Stage.UNPACK, "error unmarshalling proposal: " + e.getMessage());
        }
    }

    /** As protobuf defines a timestamp ({@code timestamp.proto}). */
    private static boolean isTime(Timestamp timestamp) {
        return timestamp.getSeconds() >= YEAR_1
                && timestamp.getSeconds() < YEAR_10000
                && timestamp.getNanos() >= 0
                && timestamp.getNanos() < NANOS;
    }

    private static void require(boolean holds, String otherwise) throws ProposalRefusedException {
        if (!holds) {
            throw new ProposalRefusedException(Stage.UNPACK, otherwise);
        }
    }

    /** The payload that goes into a block: without the transient map. */
    public static ByteString withoutTransient(ChaincodeProposalPayload payload) {
        return ChaincodeProposalPayload.newBuilder()
                .setInput(payload.getInput())
                .build()
                .toByteString();
    }

    /** {@code SHA-256(channel header ‖ signature header ‖ payload without transient)}. */
    public static ByteString hash(Header header, ByteString visiblePayload) {
        MessageDigest digest = BlockHashes.sha256();
        digest.update(header.getChannelHeader().asReadOnlyByteBuffer());
        digest.update(header.getSignatureHeader().asReadOnlyByteBuffer());
        digest.update(visiblePayload.asReadOnlyByteBuffer());
        return ByteString.copyFrom(digest.digest());
    }

    /** Fabric's transaction id: lower-case hex of {@code SHA-256(nonce ‖ creator)}. */
    public static String transactionId(SignatureHeader header) {
        MessageDigest digest = BlockHashes.sha256();
        digest.update(header.getNonce().asReadOnlyByteBuffer());
        digest.update(header.getCreator().asReadOnlyByteBuffer());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The transaction id in the channel header. */
    public String transactionId() {
        return channel.getTxId();
    }

    /** The client's clock when it made the proposal. */
    public Instant timestamp() {
        return Instant.ofEpochSecond(
                channel.getTimestamp().getSeconds(), channel.getTimestamp().getNanos());
    }

    /** What the client gave besides the arguments, seen by chaincode only. */
    public Map<String, ByteString> transientMap() {
        return payload.getTransientMapMap();
    }
}
