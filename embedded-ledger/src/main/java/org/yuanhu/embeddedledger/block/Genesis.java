package org.yuanhu.embeddedledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.yuanhu.consortium.trust.LedgerFacts;
import org.yuanhu.embeddedledger.channel.Member;

/** Block 0: a config block with the channel's organisations and their CA certificates, and no orderer. */
public final class Genesis {
    private Genesis() {}

    /** Makes block 0 of a channel. */
    public static Block block(String channel, Collection<Member> members, Instant now) {
        ConfigGroup.Builder application = ConfigGroup.newBuilder();
        for (Member member : members) {
            application.putGroups(member.mspId(), organisation(member));
        }
        ConfigGroup group = ConfigGroup.newBuilder()
                .putGroups("Application", application.build())
                .putValues("Capabilities", kind())
                .build();
        ConfigEnvelope config = ConfigEnvelope.newBuilder()
                .setConfig(Config.newBuilder().setChannelGroup(group))
                .build();
        ChannelHeader header = ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_VALUE)
                .setChannelId(channel)
                .setTimestamp(Timestamp.newBuilder().setSeconds(now.getEpochSecond()))
                .build();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder().setChannelHeader(header.toByteString()))
                .setData(config.toByteString())
                .build();
        Envelope envelope =
                Envelope.newBuilder().setPayload(payload.toByteString()).build();
        ByteString valid = ByteString.copyFrom(new byte[] {(byte) TxValidationCode.VALID_VALUE});
        return Blocks.block(0, new byte[0], List.of(envelope.toByteString()), valid);
    }

    /**
     * The ledger's kind, as a capability of the channel: what a reader must know of before it may take part. Fabric's own tools
     * decode it, and its peers refuse such a channel as one that asks for what they do not support.
     */
    private static ConfigValue kind() {
        Capabilities capabilities = Capabilities.newBuilder()
                .putCapabilities(LedgerFacts.Kind.SINGLE_MACHINE.text(), Capability.getDefaultInstance())
                .build();
        return ConfigValue.newBuilder().setValue(capabilities.toByteString()).build();
    }

    private static ConfigGroup organisation(Member member) {
        FabricMSPConfig.Builder msp = FabricMSPConfig.newBuilder().setName(member.mspId());
        member.roots().forEach(root -> msp.addRootCerts(pem(root)));
        member.intermediates().forEach(intermediate -> msp.addIntermediateCerts(pem(intermediate)));
        ByteString value = MSPConfig.newBuilder()
                .setConfig(msp.build().toByteString())
                .build()
                .toByteString();
        return ConfigGroup.newBuilder()
                .putValues("MSP", ConfigValue.newBuilder().setValue(value).build())
                .build();
    }

    private static ByteString pem(X509Certificate certificate) {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return ByteString.copyFromUtf8("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a CA certificate cannot be encoded", e);
        }
    }
}
