package org.yuanhu.networkconfig.configuration;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.PublicBundle;
import org.yuanhu.consortium.identity.ResolverKey;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/** One organisation's own part: its keys, made in its own folder, and what of them it hands out. */
public final class OwnKeys {
    private static final String NODE = "0";

    private final OrganisationFolder folder;
    private final Identities identities;

    /** Loads the organisation's keys, or makes them. */
    public OwnKeys(OrganisationFolder folder, Consortium consortium) {
        this.folder = folder;
        this.identities =
                Identities.create(folder.identities(), consortium, List.of(folder.msp()), InstantSource.system());
    }

    public Identities identities() {
        return identities;
    }

    /** Writes the public bundle, with the certificates of the orderer that the channel has to know and the resolver's key. */
    public void handOut(Path exchange) {
        PublicBundle.write(identities.msp(msp()), exchange);
        Path own = exchange.resolve(msp().value());
        DurableFile.write(own.resolve("resolver.pem"), Pem.of(ResolverKey.in(folder.identities(), msp())));
        Path nodes = own.resolve("nodes");
        DurableFile.write(nodes.resolve("orderer.pem"), orderer().certificatePem());
        DurableFile.write(
                nodes.resolve("orderer-tls.pem"), tls(NodeKind.ORDERER).certificatePem());
    }

    /** Puts certificates and keys where the organisation's nodes look for them. */
    public void install() {
        MspDefinition definition = identities.msp(msp());
        MspFolder.writeLocal(
                definition, orderer(), folder.node(NodeKind.ORDERER).resolve("msp"));
        MspFolder.writeLocal(definition, peer(), folder.node(NodeKind.PEER).resolve("msp"));
        MspFolder.writeLocal(definition, admin(), folder.adminMsp());
        for (NodeKind kind : NodeKind.ofTheLedger()) {
            installTls(folder.node(kind).resolve("tls"), tls(kind), definition);
        }
        UserIdentity towardsChaincode =
                identities.tls(msp(), "peer-to-chaincode", List.of("peer-to-chaincode.invalid"));
        installTls(folder.node(NodeKind.PEER).resolve("tls-chaincode"), towardsChaincode, definition);
        installTls(folder.root().resolve("admin/tls"), adminTls(), definition);
    }

    private static void installTls(Path at, UserIdentity tls, MspDefinition definition) {
        DurableFile.secretFolder(at);
        DurableFile.writeSecret(at.resolve("key.pem"), Pem.of(tls.key()));
        DurableFile.write(at.resolve("cert.pem"), Pem.of(tls.chain().subList(0, 2)));
        DurableFile.write(at.resolve("ca.pem"), Pem.of(List.of(definition.root(), definition.nodes())));
        // Who may connect: holders of the nodes' authority's certificates, and no person of the organisation.
        DurableFile.write(at.resolve("client-ca.pem"), Pem.of(definition.nodes()));
    }

    private UserIdentity orderer() {
        return identities.node(msp(), NodeOu.ORDERER, "orderer" + NODE);
    }

    private UserIdentity peer() {
        return identities.node(msp(), NodeOu.PEER, "peer" + NODE);
    }

    /** Who changes the organisation's peers and its part of the channel. */
    public UserIdentity admin() {
        return identities.node(msp(), NodeOu.ADMIN, "admin" + NODE);
    }

    private UserIdentity adminTls() {
        return identities.tls(msp(), "admin" + NODE, List.of("admin.invalid"));
    }

    private UserIdentity tls(NodeKind kind) {
        Set<String> hosts =
                new LinkedHashSet<>(List.of(folder.organisation().address().host()));
        if (kind == NodeKind.CHAINCODE) {
            hosts.add("localhost");
        }
        return identities.tls(msp(), kind.text() + NODE, List.copyOf(hosts));
    }

    private MspId msp() {
        return folder.msp();
    }
}
