package org.yuanhu.embeddedledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.jspecify.annotations.Nullable;

/** Builds proposals by hand, so that each part can be made wrong. */
final class RawClient {
    private static final BigInteger ORDER =
            CustomNamedCurves.getByName("secp256r1").getN();

    private final TestOrganisation.Holder user;
    private Instant timestamp = Instant.now();
    private @Nullable Long seconds;
    private long epoch;
    private byte[] nonce = new byte[24];
    private String transactionId = "";
    private int type = HeaderType.ENDORSER_TRANSACTION_VALUE;

    RawClient(TestOrganisation.Holder user) {
        this.user = user;
        new SecureRandom().nextBytes(nonce);
    }

    RawClient at(Instant time) {
        timestamp = time;
        return this;
    }

    /** A timestamp that no {@link Instant} can hold. */
    RawClient seconds(long since1970) {
        seconds = since1970;
        return this;
    }

    RawClient epoch(long number) {
        epoch = number;
        return this;
    }

    RawClient nonce(byte[] bytes) {
        nonce = bytes;
        return this;
    }

    RawClient transactionId(String id) {
        transactionId = id;
        return this;
    }

    RawClient type(HeaderType header) {
        type = header.getNumber();
        return this;
    }

    ByteString creator() {
        try (StringWriter text = new StringWriter();
                JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(user.certificate());
            pem.flush();
            return SerializedIdentity.newBuilder()
                    .setMspid(user.mspId())
                    .setIdBytes(ByteString.copyFromUtf8(text.toString()))
                    .build()
                    .toByteString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    SignedProposal propose(String function, String... arguments) {
        ByteString bytes = proposal(function, arguments);
        return SignedProposal.newBuilder()
                .setProposalBytes(bytes)
                .setSignature(sign(bytes))
                .build();
    }

    private ByteString proposal(String function, String... arguments) {
        ByteString creator = creator();
        SignatureHeader signature = SignatureHeader.newBuilder()
                .setCreator(creator)
                .setNonce(ByteString.copyFrom(nonce))
                .build();
        ChaincodeID name =
                ChaincodeID.newBuilder().setName(TestChannel.CHAINCODE).build();
        String id = transactionId.isEmpty() ? id(creator) : transactionId;
        ChannelHeader channel = ChannelHeader.newBuilder()
                .setType(type)
                .setChannelId(TestChannel.CHANNEL)
                .setTxId(id)
                .setEpoch(epoch)
                .setTimestamp(Timestamp.newBuilder()
                        .setSeconds(seconds == null ? timestamp.getEpochSecond() : seconds)
                        .setNanos(timestamp.getNano()))
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(name)
                        .build()
                        .toByteString())
                .build();
        ChaincodeInput.Builder input = ChaincodeInput.newBuilder().addArgs(ByteString.copyFromUtf8(function));
        for (String argument : arguments) {
            input.addArgs(ByteString.copyFromUtf8(argument));
        }
        ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(
                        ChaincodeSpec.newBuilder().setChaincodeId(name).setInput(input))
                .build();
        return Proposal.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(channel.toByteString())
                        .setSignatureHeader(signature.toByteString())
                        .build()
                        .toByteString())
                .setPayload(ChaincodeProposalPayload.newBuilder()
                        .setInput(spec.toByteString())
                        .build()
                        .toByteString())
                .build()
                .toByteString();
    }

    private String id(ByteString creator) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(nonce);
            return HexFormat.of().formatHex(digest.digest(creator.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs with low S, as Fabric asks. */
    ByteString sign(ByteString message) {
        return sign(message, false);
    }

    /** Signs with the S of the two that Fabric refuses, if it is to be high. */
    ByteString sign(ByteString message, boolean high) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(user.key());
            signature.update(message.toByteArray());
            BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(ORDER, signature.sign());
            boolean isHigh = rs[1].compareTo(ORDER.shiftRight(1)) > 0;
            BigInteger s = isHigh == high ? rs[1] : ORDER.subtract(rs[1]);
            return ByteString.copyFrom(StandardDSAEncoding.INSTANCE.encode(ORDER, rs[0], s));
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
