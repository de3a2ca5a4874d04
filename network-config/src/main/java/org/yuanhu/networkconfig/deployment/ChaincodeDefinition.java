package org.yuanhu.networkconfig.deployment;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.CollectionPolicyConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionResult;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.PrivateCollection;
import org.yuanhu.consortium.trust.CanonicalJson;
import org.yuanhu.networkconfig.channel.GenesisBlock;

/** What the organisations approve of a chaincode beside its code: who endorses, and the private collection. */
final class ChaincodeDefinition {
    private final Consortium consortium;

    ChaincodeDefinition(Consortium consortium) {
        this.consortium = consortium;
    }

    /** The endorsement policy as Fabric's command reads it. */
    String policy() {
        return GenesisBlock.endorsement(consortium);
    }

    /** The private collection as Fabric's command reads it. */
    String collections() {
        PrivateCollection collection = consortium.collection();
        return CanonicalJson.text(List.of(Map.of(
                "name",
                collection.name(),
                "policy",
                "OR(" + quoted(collection, "member") + ")",
                "requiredPeerCount",
                0, // both members endorse every write, so both have it
                "maxPeerCount",
                others(collection),
                "blockToLive",
                0,
                "memberOnlyRead",
                true,
                "memberOnlyWrite",
                true,
                "endorsementPolicy",
                Map.of("signaturePolicy", "AND(" + quoted(collection, "peer") + ")"))));
    }

    /** Whether what is on the channel says the same of version, policy and collection. */
    boolean isSame(QueryChaincodeDefinitionResult committed, String version) {
        try {
            return committed.getVersion().equals(version)
                    && ApplicationPolicy.parseFrom(committed.getValidationParameter())
                            .equals(endorsement())
                    && committed.getCollections().equals(collection());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the channel's definition of the chaincode cannot be read", e);
        }
    }

    /** The endorsement policy as the channel keeps it. */
    ApplicationPolicy endorsement() {
        return policy(consortium.policy().organisations(), consortium.members(), MSPRole.MSPRoleType.PEER);
    }

    /** The private collection as the channel keeps it. */
    CollectionConfigPackage collection() {
        PrivateCollection collection = consortium.collection();
        List<MspId> members = collection.members();
        return CollectionConfigPackage.newBuilder()
                .addConfig(CollectionConfig.newBuilder()
                        .setStaticCollectionConfig(StaticCollectionConfig.newBuilder()
                                .setName(collection.name())
                                .setMemberOrgsPolicy(CollectionPolicyConfig.newBuilder()
                                        .setSignaturePolicy(policy(1, members, MSPRole.MSPRoleType.MEMBER)
                                                .getSignaturePolicy()))
                                .setMaximumPeerCount(others(collection))
                                .setMemberOnlyRead(true)
                                .setMemberOnlyWrite(true)
                                .setEndorsementPolicy(policy(members.size(), members, MSPRole.MSPRoleType.PEER))))
                .build();
    }

    /** So many of these organisations: the form into which Fabric's command turns OR, AND and OutOf. */
    private static ApplicationPolicy policy(int number, List<MspId> organisations, MSPRole.MSPRoleType role) {
        SignaturePolicyEnvelope.Builder policy = SignaturePolicyEnvelope.newBuilder();
        SignaturePolicy.NOutOf.Builder rule =
                SignaturePolicy.NOutOf.newBuilder().setN(number);
        for (int i = 0; i < organisations.size(); i++) {
            ByteString principal = MSPRole.newBuilder()
                    .setMspIdentifier(organisations.get(i).value())
                    .setRole(role)
                    .build()
                    .toByteString();
            policy.addIdentities(MSPPrincipal.newBuilder()
                    .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                    .setPrincipal(principal));
            rule.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
        }
        return ApplicationPolicy.newBuilder()
                .setSignaturePolicy(policy.setRule(SignaturePolicy.newBuilder().setNOutOf(rule)))
                .build();
    }

    private static int others(PrivateCollection collection) {
        return collection.members().size() - 1;
    }

    private static String quoted(PrivateCollection collection, String who) {
        return collection.members().stream()
                .map(msp -> "'" + msp + "." + who + "'")
                .collect(Collectors.joining(","));
    }
}
