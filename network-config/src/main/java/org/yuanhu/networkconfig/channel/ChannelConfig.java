package org.yuanhu.networkconfig.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.Pem;

/** The configuration of a channel, as its last configuration block has it. */
record ChannelConfig(Config config) {
    /** An organisation stands in both groups, with the same definition; Fabric refuses two different ones. */
    private static final List<String> GROUPS = List.of("Application", "Orderer");

    private static final String MSP = "MSP";

    /** Reads a configuration block that the peer command fetched. */
    static ChannelConfig ofBlock(Path file) {
        try {
            Block block = Block.parseFrom(Files.readAllBytes(file));
            Envelope envelope = Envelope.parseFrom(block.getData().getData(0));
            Payload payload = Payload.parseFrom(envelope.getPayload());
            return new ChannelConfig(ConfigEnvelope.parseFrom(payload.getData()).getConfig());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(file + " holds no configuration block", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Whether an organisation's revocation lists are these, in both groups. */
    boolean hasRevocations(MspId msp, List<X509CRL> crls) {
        Set<ByteString> wanted = crls.stream().map(ChannelConfig::pem).collect(Collectors.toSet());
        return GROUPS.stream()
                .map(name -> config.getChannelGroup().getGroupsOrThrow(name))
                .map(group -> group.getGroupsOrThrow(msp.value()).getValuesOrThrow(MSP))
                .allMatch(value -> Set.copyOf(inner(outer(value.getValue())).getRevocationListList())
                        .equals(wanted));
    }

    /** The same configuration with these revocation lists of an organisation. */
    ChannelConfig withRevocations(MspId msp, List<X509CRL> crls) {
        ConfigGroup.Builder root = config.getChannelGroup().toBuilder();
        for (String name : GROUPS) {
            ConfigGroup group = root.getGroupsOrThrow(name);
            ConfigGroup organisation = group.getGroupsOrThrow(msp.value());
            ConfigValue value = organisation.getValuesOrThrow(MSP);
            ConfigValue changed = value.toBuilder()
                    .setValue(withRevocations(value.getValue(), crls))
                    .build();
            root.putGroups(
                    name,
                    group.toBuilder()
                            .putGroups(
                                    msp.value(),
                                    organisation.toBuilder()
                                            .putValues(MSP, changed)
                                            .build())
                            .build());
        }
        return new ChannelConfig(config.toBuilder().setChannelGroup(root).build());
    }

    /** The envelope, not yet signed, that carries a configuration update. */
    static Envelope updateEnvelope(String channel, ByteString update) {
        ChannelHeader header = ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_UPDATE_VALUE)
                .setChannelId(channel)
                .build();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder().setChannelHeader(header.toByteString()))
                .setData(ConfigUpdateEnvelope.newBuilder()
                        .setConfigUpdate(update)
                        .build()
                        .toByteString())
                .build();
        return Envelope.newBuilder().setPayload(payload.toByteString()).build();
    }

    private static ByteString withRevocations(ByteString mspConfig, List<X509CRL> crls) {
        MSPConfig outer = outer(mspConfig);
        FabricMSPConfig.Builder inner = inner(outer).toBuilder().clearRevocationList();
        crls.forEach(crl -> inner.addRevocationList(pem(crl)));
        return outer.toBuilder().setConfig(inner.build().toByteString()).build().toByteString();
    }

    private static ByteString pem(X509CRL crl) {
        return ByteString.copyFrom(Pem.of(crl), StandardCharsets.US_ASCII);
    }

    private static MSPConfig outer(ByteString mspConfig) {
        try {
            return MSPConfig.parseFrom(mspConfig);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("an organisation's definition cannot be read", e);
        }
    }

    private static FabricMSPConfig inner(MSPConfig outer) {
        try {
            return FabricMSPConfig.parseFrom(outer.getConfig());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("an organisation's definition cannot be read", e);
        }
    }
}
