package org.yuanhu.networkconfig.configuration;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
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
import org.yuanhu.consortium.issuing.LocalAuthority;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/** One organisation's own part: its keys, made in its own folder, and what of them it hands out. */
public final class OwnKeys {
    private static final String NODE = "0";
    private static final List<String> HERE = List.of("127.0.0.1", "localhost");

    private final OrganisationFolder folder;
    private final Identities identities;

    private final InstantSource clock;

    /** Loads the organisation's keys, or makes them. */
    public OwnKeys(OrganisationFolder folder, Consortium consortium) {
        this(folder, consortium, InstantSource.system());
    }

    OwnKeys(OrganisationFolder folder, Consortium consortium, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.identities = Identities.create(folder.identities(), consortium, List.of(folder.msp()), clock);
    }

    public Identities identities() {
        return identities;
    }

    /** Writes the public bundle, with the certificates of the orderer that the channel has to know and the resolver's key. */
    public void handOut(Path exchange) {
        PublicBundle.write(identities.msp(msp()), exchange);
        Path own = exchange.resolve(msp().value());
        Path resolver = own.resolve("resolver.pem");
        DurableFile.write(resolver, Pem.of(ResolverKey.in(folder.identities(), msp(), resolver)));
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
        List<X509Certificate> authorities = List.of(definition.root(), definition.nodes());
        for (NodeKind kind : List.of(NodeKind.ORDERER, NodeKind.PEER)) {
            installTls(folder.node(kind).resolve("tls"), tls(kind), authorities);
        }
        installAdministration();
        installTowardsChaincode();
    }

    /** Only the administrator's certificate of this authority opens the orderer's administration, and the authority issues no other. */
    private void installAdministration() {
        LocalAuthority authority = local("administration");
        List<X509Certificate> one = List.of(authority.certificate());
        installTls(folder.node(NodeKind.ORDERER).resolve("tls-admin"), authority.tls("orderer", HERE), one);
        installTls(folder.root().resolve("admin/tls"), authority.tls("administrator", List.of("admin.invalid")), one);
    }

    /** Peer and chaincode process know each other, and nobody else, by this authority. */
    private void installTowardsChaincode() {
        LocalAuthority authority = local("chaincode");
        List<X509Certificate> one = List.of(authority.certificate());
        installTls(folder.node(NodeKind.CHAINCODE).resolve("tls"), authority.tls("chaincode", HERE), one);
        installTls(
                folder.node(NodeKind.PEER).resolve("tls-chaincode"),
                authority.tls("peer", List.of("peer.invalid")),
                one);
    }

    private LocalAuthority local(String name) {
        return new LocalAuthority(folder.identities().resolve("local").resolve(name), msp(), name, clock);
    }

    private static void installTls(Path at, UserIdentity tls, List<X509Certificate> authorities) {
        DurableFile.secretFolder(at);
        DurableFile.writeSecret(at.resolve("key.pem"), Pem.of(tls.key()));
        DurableFile.write(at.resolve("cert.pem"), Pem.of(tls.chain().subList(0, 2)));
        DurableFile.write(at.resolve("ca.pem"), Pem.of(authorities));
    }

    private UserIdentity orderer() {
        return identities.keptNode(msp(), NodeOu.ORDERER, "orderer" + NODE);
    }

    private UserIdentity peer() {
        return identities.keptNode(msp(), NodeOu.PEER, "peer" + NODE);
    }

    /** Who changes the organisation's peers and its part of the channel. */
    public UserIdentity admin() {
        return identities.keptNode(msp(), NodeOu.ADMIN, "admin" + NODE);
    }

    private UserIdentity tls(NodeKind kind) {
        return identities.keptTls(
                msp(),
                kind.text() + NODE,
                List.of(folder.organisation().address().host()));
    }

    private MspId msp() {
        return folder.msp();
    }
}
