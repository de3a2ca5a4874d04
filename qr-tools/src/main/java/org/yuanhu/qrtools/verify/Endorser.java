package org.yuanhu.qrtools.verify;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.InvalidKeyException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.Pem;

/** Who claims to have signed: an organisation's name and one certificate (Fabric's {@code SerializedIdentity}). */
record Endorser(String msp, X509Certificate certificate) {
    private static final int DIGITAL_SIGNATURE = 0;

    /** Extensions that are looked at here: key usage and basic constraints. */
    private static final Set<String> UNDERSTOOD = Set.of("2.5.29.15", "2.5.29.19");

    private static final List<String> FABRIC_UNITS =
            Arrays.stream(NodeOu.values()).map(NodeOu::text).toList();

    static Endorser read(ByteString serialized) throws VerificationException {
        try {
            SerializedIdentity identity = SerializedIdentity.parseFrom(serialized);
            List<X509Certificate> certificates =
                    Pem.certificates(identity.getIdBytes().toStringUtf8());
            if (certificates.size() == 1) {
                return new Endorser(identity.getMspid(), certificates.get(0));
            }
        } catch (InvalidProtocolBufferException | IllegalArgumentException unreadable) {
            // refused below like any other number of certificates than one
        }
        throw new VerificationException(Reason.ENDORSER_UNREADABLE);
    }

    Optional<String> unknownCriticalExtension() {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        return critical == null
                ? Optional.empty()
                : new TreeSet<>(critical)
                        .stream().filter(oid -> !UNDERSTOOD.contains(oid)).findFirst();
    }

    /** Whether the key is there to sign with, and not to certify. */
    boolean isForSignatures() {
        boolean[] usage = certificate.getKeyUsage();
        boolean authority = certificate.getBasicConstraints() >= 0;
        return !authority && usage != null && usage[DIGITAL_SIGNATURE];
    }

    /** What Fabric takes the holder for: its organisational units among those that Fabric knows. A peer's is one, {@code peer}. */
    List<String> units() {
        List<String> units = new ArrayList<>();
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        for (RDN name : subject.getRDNs(BCStyle.OU)) {
            for (AttributeTypeAndValue part : name.getTypesAndValues()) {
                String unit = IETFUtils.valueToString(part.getValue());
                if (part.getType().equals(BCStyle.OU) && FABRIC_UNITS.contains(unit)) {
                    units.add(unit);
                }
            }
        }
        return units;
    }

    ECPublicKeyParameters key() throws VerificationException {
        try {
            return P256.publicKey(certificate.getPublicKey());
        } catch (InvalidKeyException e) {
            throw new VerificationException(Reason.OTHER_KEY, msp);
        }
    }
}
