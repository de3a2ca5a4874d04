package org.yuanhu.qrtools.verify;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.vocabulary.label.RunNumber;

/** Answers as peers of the demonstration's consortium sign them, and as a forger would like to. */
final class SignedAnswers {
    static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    static final MspId GOVERNMENT = new MspId("GovernmentMSP");
    static final MspId COOPERATIVE = new MspId("CooperativeMSP");
    static final MspId PLATFORM = new MspId("PlatformMSP");
    static final MspId AUDITOR = new MspId("AuditorMSP");
    static final Question QUESTION =
            new Question("yuanhu", new RunNumber("10000301"), 41, "00112233445566778899aabbccddeeff");
    static final String ANSWER = "{\"format\":\"yuanhu-attest-v2\",\"channel\":\"yuanhu\",\"run\":\"10000301\","
            + "\"index\":41,\"nonce\":\"00112233445566778899aabbccddeeff\",\"product\":{\"name\":\"核桃\"}}";

    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final Path home;
    private final Identities identities;

    SignedAnswers(Path home) {
        this.home = home;
        this.identities = at(NOW);
    }

    /** The same keys at another time. */
    Identities at(Instant now) {
        return Identities.create(home, Consortium.demo(), Consortium.demo().members(), InstantSource.fixed(now));
    }

    Identities identities() {
        return identities;
    }

    Trust trust() {
        return Trust.of(Consortium.demo(), identities.msps());
    }

    UserIdentity peer(MspId msp) {
        return identities.node(msp, NodeOu.PEER, "peer0");
    }

    /** A payload that says what a peer's would. */
    static ByteString payload(String answer) {
        return payload(answer, action -> action);
    }

    static ByteString payload(String answer, UnaryOperator<ChaincodeAction.Builder> changed) {
        ChaincodeAction.Builder action = ChaincodeAction.newBuilder()
                .setChaincodeId(ChaincodeID.newBuilder()
                        .setName(Consortium.demo().chaincode())
                        .setVersion("1"))
                .setResponse(Response.newBuilder().setStatus(200).setPayload(ByteString.copyFromUtf8(answer)));
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(ByteString.copyFrom(new byte[32]))
                .setExtension(changed.apply(action).build().toByteString())
                .build()
                .toByteString();
    }

    static ByteString identity(MspId msp, String pem) {
        return SerializedIdentity.newBuilder()
                .setMspid(msp.value())
                .setIdBytes(ByteString.copyFromUtf8(pem))
                .build()
                .toByteString();
    }

    static Endorsement endorsement(UserIdentity signer, ByteString payload) {
        return endorsement(identity(signer.msp(), signer.certificatePem()), signer.key(), payload);
    }

    static Endorsement endorsement(ByteString endorser, PrivateKey key, ByteString payload) {
        return Endorsement.newBuilder()
                .setEndorser(endorser)
                .setSignature(ByteString.copyFrom(
                        P256.sign(key, payload.concat(endorser).toByteArray())))
                .build();
    }

    /** The other of the two signatures that ECDSA takes for one. */
    static Endorsement withHighS(Endorsement endorsement) {
        try {
            byte[] low = endorsement.getSignature().toByteArray();
            BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(ORDER, low);
            byte[] high = StandardDSAEncoding.INSTANCE.encode(ORDER, rs[0], ORDER.subtract(rs[1]));
            return endorsement.toBuilder()
                    .setSignature(ByteString.copyFrom(high))
                    .build();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What a certificate says that this class makes with an authority's own key. */
    record Wanted(String subject, int keyUsage, boolean authority, boolean unknownCritical) {
        static Wanted peer(MspId msp) {
            return new Wanted("O=" + msp + ",OU=peer,CN=peer0", KeyUsage.digitalSignature, false, false);
        }
    }

    /** A certificate that the issuing part would not make, by the key of one of an organisation's authorities. */
    UserIdentity made(MspId msp, String authority, Wanted wanted) {
        return made(msp, authority, wanted, P256.newKeyPair());
    }

    UserIdentity made(MspId msp, String authority, Wanted wanted, KeyPair keys) {
        try {
            Path folder = home.resolve("organisations").resolve(msp.value()).resolve(authority);
            X509Certificate issuer = Pem.certificate(Files.readString(folder.resolve("cert.pem")));
            PrivateKey issuerKey = Pem.privateKey(Files.readString(folder.resolve("key.pem")));
            return made(
                    msp, X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()), issuerKey, wanted, keys);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static UserIdentity made(MspId msp, X500Name issuer, PrivateKey issuerKey, Wanted wanted, KeyPair keys) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                BigInteger.TWO.pow(100),
                Date.from(NOW.minusSeconds(60)),
                Date.from(NOW.plusSeconds(86_400)),
                new X500Name(wanted.subject()),
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(wanted.authority()));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(wanted.keyUsage()));
            if (wanted.unknownCritical()) {
                builder.addExtension(
                        new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), true, new DERUTF8String("only on Sundays"));
            }
            X509Certificate certificate =
                    new JcaX509CertificateConverter().getCertificate(builder.build(P256.contentSigner(issuerKey)));
            return new UserIdentity(msp, "peer0", List.of(Pem.certificate(Pem.of(certificate))), keys.getPrivate());
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
