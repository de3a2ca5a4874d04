package org.yuanhu.clientapi.scan.resolver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.yuanhu.clientapi.ledger.Attested;
import org.yuanhu.clientapi.ledger.connection.MspDefinitions;
import org.yuanhu.clientapi.ledger.submit.EndorsedAction;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.Pem;

/**
 * Checks who signed an attestation. The Gateway client hands signatures over without looking at them; here each must be right over the
 * answer and its signer (Fabric signs the response payload followed by the endorser's identity), under a certificate that the
 * organisation's node authority issued, and as many distinct organisations as the consortium asks must have signed.
 */
public final class Endorsements {
    /** Its P-256 is many times faster than Java 17's. */
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final int OK = 200;

    private final Consortium consortium;
    private final MspDefinitions mspDefinitions;

    public Endorsements(Consortium consortium, MspDefinitions mspDefinitions) {
        this.consortium = consortium;
        this.mspDefinitions = mspDefinitions;
    }

    /**
     * The organisations that signed this very answer, in the consortium's order.
     *
     * @throws EndorsementsRefusedException too few of them, or something else was signed
     */
    List<Organisation> signersOf(Attested attested, Instant now) {
        try {
            ChaincodeEndorsedAction action = EndorsedAction.of(attested.transaction());
            byte[] signed = action.getProposalResponsePayload().toByteArray();
            mustAnswer(signed, attested.answer());
            return enough(action.getEndorsementsList(), signed, now);
        } catch (InvalidProtocolBufferException e) {
            throw new EndorsementsRefusedException("the transaction cannot be read");
        }
    }

    private static void mustAnswer(byte[] signed, String answer) throws InvalidProtocolBufferException {
        Response response = ChaincodeAction.parseFrom(
                        ProposalResponsePayload.parseFrom(signed).getExtension())
                .getResponse();
        if (response.getStatus() != OK || !response.getPayload().equals(ByteString.copyFrom(answer, UTF_8))) {
            throw new EndorsementsRefusedException("another answer was signed");
        }
    }

    private List<Organisation> enough(List<Endorsement> endorsements, byte[] signed, Instant now)
            throws InvalidProtocolBufferException {
        Set<String> signers = new HashSet<>();
        for (Endorsement endorsement : endorsements) {
            SerializedIdentity identity = SerializedIdentity.parseFrom(endorsement.getEndorser());
            Optional<Organisation> organisation = consortium.organisations().stream()
                    .filter(member -> member.msp().value().equals(identity.getMspid()))
                    .findFirst();
            if (organisation.isEmpty() || !isRight(endorsement, identity, organisation.get(), signed, now)) {
                throw new EndorsementsRefusedException("a signature of " + identity.getMspid() + " is not right");
            }
            signers.add(identity.getMspid());
        }
        int needed = consortium.policy().organisations();
        if (signers.size() < needed) {
            throw new EndorsementsRefusedException(signers.size() + " organisations signed, " + needed + " are needed");
        }
        return consortium.organisations().stream()
                .filter(organisation -> signers.contains(organisation.msp().value()))
                .toList();
    }

    private boolean isRight(
            Endorsement endorsement,
            SerializedIdentity identity,
            Organisation organisation,
            byte[] signed,
            Instant now) {
        try {
            X509Certificate certificate = Pem.certificate(identity.getIdBytes().toStringUtf8());
            MspDefinition msp = mspDefinitions.of(organisation.msp());
            certificate.verify(msp.nodes().getPublicKey(), BOUNCY_CASTLE);
            certificate.checkValidity(Date.from(now));
            X509CRL revoked = msp.crlOf(msp.nodes());
            Signature signature = Signature.getInstance("SHA256withECDSA", BOUNCY_CASTLE);
            signature.initVerify(certificate.getPublicKey());
            signature.update(signed);
            signature.update(endorsement.getEndorser().toByteArray());
            return !revoked.isRevoked(certificate)
                    && signature.verify(endorsement.getSignature().toByteArray());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
