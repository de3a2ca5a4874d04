package org.yuanhu.qrtools.verify;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.OrganisationRole;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.P256;

/**
 * Checks that enough organisations of a consortium signed an answer to a question, each by a peer of its own.
 *
 * <p>A Gateway hands signatures over without looking at them. Here every one that is present is checked, and one that is not right
 * refuses the whole: nobody who is honest adds it.
 */
public final class AttestationVerifier {
    private static final int OK = 200;
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";

    /** Its P-256 is many times faster than Java 17's. */
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final Trust trust;

    /**
     * Checks what one consortium signs.
     *
     * @param trust whom it believes, and how many of them it asks for
     */
    public AttestationVerifier(Trust trust) {
        this.trust = trust;
    }

    /**
     * Makes every check, in the order of {@link Reason}.
     *
     * @param at when the evidence is judged: now, or when it was made if it was kept
     * @throws VerificationException with the first check that it does not pass
     */
    public Verified verify(Evidence evidence, Question question, Instant at) throws VerificationException {
        ChaincodeAction action = read(evidence.signed());
        mustBeOfTheChaincode(action);
        mustBeSuccess(action.getResponse());
        mustBeTheAnswer(evidence.answer(), action.getResponse());
        mustAnswer(question, evidence.answer());
        Map<MspId, TrustedOrganisation> signers = new LinkedHashMap<>();
        for (Endorsement endorsement : evidence.endorsements()) {
            Endorser endorser = Endorser.read(endorsement.getEndorser());
            TrustedOrganisation organisation = trusted(endorser);
            mustNotHaveSignedBefore(organisation, signers);
            mustBeIssuedBy(organisation, endorser.certificate());
            mustBeInForce(organisation.msp(), endorser.certificate(), at);
            mustNotBeRevoked(organisation, endorser.certificate());
            mustHaveNoUnknownCriticalExtension(endorser);
            mustBeForSignatures(endorser);
            mustBeAPeers(endorser);
            mustHaveSigned(endorser, evidence.signed().concat(endorsement.getEndorser()), endorsement.getSignature());
            signers.put(organisation.msp(), organisation);
        }
        mustBeEnough(signers.size());
        return new Verified(inTheTrustsOrder(signers), doubts(signers.values(), at));
    }

    private static ChaincodeAction read(ByteString signed) throws VerificationException {
        try {
            return ChaincodeAction.parseFrom(
                    ProposalResponsePayload.parseFrom(signed).getExtension());
        } catch (InvalidProtocolBufferException e) {
            throw new VerificationException(Reason.ANSWER_UNREADABLE);
        }
    }

    private void mustBeOfTheChaincode(ChaincodeAction action) throws VerificationException {
        String name = action.getChaincodeId().getName();
        if (!name.equals(trust.chaincode())) {
            throw new VerificationException(Reason.OTHER_CHAINCODE, name);
        }
    }

    private static void mustBeSuccess(Response response) throws VerificationException {
        if (response.getStatus() != OK) {
            throw new VerificationException(Reason.NOT_SUCCESSFUL, response.getStatus());
        }
    }

    private static void mustBeTheAnswer(String answer, Response response) throws VerificationException {
        if (!response.getPayload().equals(ByteString.copyFrom(answer, StandardCharsets.UTF_8))) {
            throw new VerificationException(Reason.ANSWER_NOT_SIGNED);
        }
    }

    private static void mustAnswer(Question question, String answer) throws VerificationException {
        Optional<String> other = question.differenceIn(answer);
        if (other.isPresent()) {
            throw new VerificationException(Reason.OTHER_QUESTION, other.get());
        }
    }

    private TrustedOrganisation trusted(Endorser endorser) throws VerificationException {
        Optional<TrustedOrganisation> organisation = trust.organisation(endorser.msp());
        if (organisation.isEmpty()) {
            throw new VerificationException(Reason.UNKNOWN_ORGANISATION, endorser.msp());
        }
        return organisation.get();
    }

    private static void mustNotHaveSignedBefore(
            TrustedOrganisation organisation, Map<MspId, TrustedOrganisation> signers) throws VerificationException {
        if (signers.containsKey(organisation.msp())) {
            throw new VerificationException(Reason.SAME_ORGANISATION, organisation.msp());
        }
    }

    /** The issuer's name is compared too: a revocation list is looked up by it. */
    private static void mustBeIssuedBy(TrustedOrganisation organisation, X509Certificate certificate)
            throws VerificationException {
        X509Certificate authority = organisation.peerAuthority();
        boolean named = certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
        if (!named || !certificate.getSigAlgOID().equals(ECDSA_SHA256) || !isSignedBy(authority, certificate)) {
            throw new VerificationException(Reason.WRONG_AUTHORITY, organisation.msp());
        }
    }

    private static boolean isSignedBy(X509Certificate authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey(), BOUNCY_CASTLE);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void mustBeInForce(MspId msp, X509Certificate certificate, Instant at) throws VerificationException {
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        if (at.isBefore(begin)) {
            throw new VerificationException(Reason.NOT_YET_VALID, msp, begin);
        }
        if (at.isAfter(end)) {
            throw new VerificationException(Reason.EXPIRED, msp, end);
        }
    }

    private static void mustNotBeRevoked(TrustedOrganisation organisation, X509Certificate certificate)
            throws VerificationException {
        if (organisation.revoked().isRevoked(certificate)) {
            throw new VerificationException(Reason.REVOKED, organisation.msp());
        }
    }

    private static void mustHaveNoUnknownCriticalExtension(Endorser endorser) throws VerificationException {
        Optional<String> unknown = endorser.unknownCriticalExtension();
        if (unknown.isPresent()) {
            throw new VerificationException(Reason.UNKNOWN_CRITICAL_EXTENSION, endorser.msp(), unknown.get());
        }
    }

    private static void mustBeForSignatures(Endorser endorser) throws VerificationException {
        if (!endorser.isForSignatures()) {
            throw new VerificationException(Reason.OTHER_KEY_USAGE, endorser.msp());
        }
    }

    private static void mustBeAPeers(Endorser endorser) throws VerificationException {
        List<String> units = endorser.units();
        if (!units.equals(List.of(NodeOu.PEER.text()))) {
            throw new VerificationException(Reason.NOT_A_PEER, endorser.msp(), String.join(", ", units));
        }
    }

    private static void mustHaveSigned(Endorser endorser, ByteString message, ByteString signature)
            throws VerificationException {
        ECPublicKeyParameters key = endorser.key();
        if (P256.isHigh(signature.toByteArray())) {
            throw new VerificationException(Reason.HIGH_S, endorser.msp());
        }
        if (!P256.verifies(key, message.toByteArray(), signature.toByteArray())) {
            throw new VerificationException(Reason.FORGED, endorser.msp());
        }
    }

    private void mustBeEnough(int signers) throws VerificationException {
        int needed = trust.policy().organisations();
        if (signers < needed) {
            throw new VerificationException(Reason.TOO_FEW, signers, needed);
        }
    }

    private List<MspId> inTheTrustsOrder(Map<MspId, TrustedOrganisation> signers) {
        return trust.organisations().stream()
                .map(TrustedOrganisation::msp)
                .filter(signers::containsKey)
                .toList();
    }

    private List<Doubt> doubts(Collection<TrustedOrganisation> signers, Instant at) {
        List<Doubt> doubts = new ArrayList<>();
        for (OrganisationRole role : trust.policy().required()) {
            if (signers.stream().noneMatch(signer -> signer.role() == role)) {
                doubts.add(new Doubt.RoleMissing(role));
            }
        }
        for (TrustedOrganisation signer : signers) {
            if (at.isAfter(signer.revocationsKnownUntil())) {
                doubts.add(new Doubt.RevocationUnknown(signer.msp(), signer.revocationsKnownUntil()));
            }
        }
        return doubts;
    }
}
