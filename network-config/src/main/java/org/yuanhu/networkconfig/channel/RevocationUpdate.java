package org.yuanhu.networkconfig.channel;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.PublicBundle;
import org.yuanhu.networkconfig.configuration.OwnKeys;
import org.yuanhu.networkconfig.fabric.Command;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeProcess;

/** Brings an organisation's revocation lists into the running channel; its own administrator's signature is enough. */
public final class RevocationUpdate {
    private static final Duration EFFECTIVE_WITHIN = Duration.ofMinutes(1);

    private final FabricTools tools;
    private final NetworkFolder network;
    private final Consumer<String> say;

    public RevocationUpdate(FabricTools tools, NetworkFolder network, Consumer<String> say) {
        this.tools = tools;
        this.network = network;
        this.say = say;
    }

    /** Publishes where something changed, and waits until every running peer has it. */
    public void publish(OrganisationFolder organisation) {
        OwnKeys keys = new OwnKeys(organisation, network.consortium());
        List<X509CRL> crls = keys.identities().crls(organisation.msp());
        handOut(network, organisation, keys);
        ChannelConfig current = fetch(organisation);
        if (current.hasRevocations(organisation.msp(), crls)) {
            return;
        }
        submit(organisation, current, current.withRevocations(organisation.msp(), crls));
        for (OrganisationFolder other : network.organisations()) {
            NodeProcess peer = new NodeProcess(other, NodeKind.PEER);
            if (peer.running().isPresent()) {
                peer.awaitUntil(
                        "taken the revocation lists of " + organisation.msp(),
                        EFFECTIVE_WITHIN,
                        () -> fetch(other).hasRevocations(organisation.msp(), crls));
            }
        }
        say.accept("the revocation lists of " + organisation.msp() + " are in force");
    }

    /** To the exchange, for organisations on other hosts, and to those on this one: scans check by what stands there. */
    static void handOut(NetworkFolder network, OrganisationFolder organisation, OwnKeys keys) {
        keys.handOut(network.exchange());
        MspDefinition definition = keys.identities().msp(organisation.msp());
        network.organisations().forEach(other -> PublicBundle.write(definition, other.bundles()));
    }

    private ChannelConfig fetch(OrganisationFolder organisation) {
        Path file = scratch(organisation, "config.block");
        admin(organisation)
                .peer("channel", "fetch", "config", file.toString(), "-c", channel())
                .run();
        return ChannelConfig.ofBlock(file);
    }

    private void submit(OrganisationFolder organisation, ChannelConfig current, ChannelConfig wanted) {
        Path original = scratch(organisation, "config-original.pb");
        Path updated = scratch(organisation, "config-updated.pb");
        Path update = scratch(organisation, "config-update.pb");
        Path envelope = scratch(organisation, "config-update-envelope.pb");
        try {
            Files.write(original, current.config().toByteArray());
            Files.write(updated, wanted.config().toByteArray());
            Command.of(
                            tools.program("configtxlator"),
                            "compute_update",
                            "--channel_id",
                            channel(),
                            "--original",
                            original.toString(),
                            "--updated",
                            updated.toString(),
                            "--output",
                            update.toString())
                    .run();
            Files.write(
                    envelope,
                    ChannelConfig.updateEnvelope(channel(), ByteString.copyFrom(Files.readAllBytes(update)))
                            .toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the update of the channel", e);
        }
        FabricAdmin admin = admin(organisation);
        admin.peer(admin.viaOwnOrderer("channel", "update", "-c", channel(), "-f", envelope.toString()))
                .run();
    }

    private static Path scratch(OrganisationFolder organisation, String name) {
        return organisation.root().resolve("admin").resolve(name);
    }

    private FabricAdmin admin(OrganisationFolder organisation) {
        return new FabricAdmin(tools, organisation, channel());
    }

    private String channel() {
        return network.consortium().channel();
    }
}
