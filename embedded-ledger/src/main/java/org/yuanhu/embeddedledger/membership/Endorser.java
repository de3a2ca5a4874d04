package org.yuanhu.embeddedledger.membership;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.embeddedledger.block.BlockHashes;
import org.yuanhu.embeddedledger.channel.Member;

/** The peer of one organisation, as far as endorsing goes. */
public final class Endorser {
    private final String mspId;
    private final ByteString identity;
    private final ECPrivateKeyParameters key;
    private final ECPublicKeyParameters publicKey;

    /**
     * Takes an organisation's endorsing key.
     *
     * @throws IllegalArgumentException if certificate or key is not P-256, or they do not belong together
     */
    public Endorser(Member member) {
        mspId = member.mspId();
        try {
            key = P256.privateKey(member.endorserKey());
            publicKey = P256.publicKey(member.endorser().getPublicKey());
            identity = SerializedIdentity.newBuilder()
                    .setMspid(mspId)
                    .setIdBytes(ByteString.copyFromUtf8(pem(member.endorser().getEncoded())))
                    .build()
                    .toByteString();
        } catch (InvalidKeyException | CertificateEncodingException e) {
            throw new IllegalArgumentException("the endorser of " + mspId + " cannot be used: " + e.getMessage(), e);
        }
        if (!publicKey.getQ().equals(publicKey.getParameters().getG().multiply(key.getD()))) {
            throw new IllegalArgumentException("the endorser's key of " + mspId + " is not its certificate's");
        }
    }

    private static String pem(byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }

    /** The endorsing organisation. */
    public String mspId() {
        return mspId;
    }

    /** The endorser's {@code SerializedIdentity} bytes. */
    public ByteString identity() {
        return identity;
    }

    /** Signs {@code ProposalResponsePayload ‖ identity}, as Fabric's default endorsement plugin does. */
    public Endorsement endorse(ByteString responsePayload) {
        MessageDigest digest = BlockHashes.sha256();
        digest.update(responsePayload.asReadOnlyByteBuffer());
        digest.update(identity.asReadOnlyByteBuffer());
        return Endorsement.newBuilder()
                .setEndorser(identity)
                .setSignature(ByteString.copyFrom(P256.sign(key, digest.digest())))
                .build();
    }

    /** Whether an endorsement is this endorser's over a response. */
    public boolean made(Endorsement endorsement, ByteString responsePayload) {
        return endorsement.getEndorser().equals(identity)
                && P256.verifies(
                        publicKey,
                        responsePayload.concat(identity).toByteArray(),
                        endorsement.getSignature().toByteArray());
    }
}
