package org.yuanhu.networkconfig.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.NodeAddress;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.PublicBundle;
import org.yuanhu.consortium.trust.Authorities;
import org.yuanhu.consortium.trust.CanonicalJson;
import org.yuanhu.networkconfig.issuer.IssuerProcess;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.servers.ServerProcess;
import org.yuanhu.networkconfig.watch.OrdererWatch;

/** Writes an organisation's configuration, from the consortium file and the public bundles it received. */
public final class HostRenderer {
    private static final String SERVER_PROGRAM = "/usr/local/lib/yuanhu/server/server.jar";
    private static final String NETWORK_JARS = "/usr/local/lib/yuanhu/network-config/*";

    private final OrganisationFolder folder;
    private final Consortium consortium;

    public HostRenderer(OrganisationFolder folder, Consortium consortium) {
        this.folder = folder;
        this.consortium = consortium;
    }

    /** Writes everything that holds no key. */
    public void render() {
        folder.close();
        List<MspDefinition> definitions = consortium.members().stream()
                .map(msp -> PublicBundle.read(folder.bundles(), msp))
                .toList();
        Map<String, String> values = values();
        DurableFile.write(
                folder.node(NodeKind.PEER).resolve("core.yaml"),
                Template.of("core.yaml").with(values));
        DurableFile.write(
                folder.node(NodeKind.ORDERER).resolve("orderer.yaml"),
                Template.of("orderer.yaml").with(values));
        for (String script : List.of("detect", "build", "release")) {
            Path file = builder().resolve("bin").resolve(script);
            DurableFile.write(file, Template.of("builder/" + script).with(Map.of()));
            executable(file);
        }
        DurableFile.write(folder.authorities(), Authorities.json(consortium, definitions));
        DurableFile.write(folder.root().resolve("connection-profile.json"), connectionProfile(definitions));
        for (NodeKind kind : NodeKind.values()) {
            // A process for each version of the chaincode: two while one takes the other's place.
            String unit =
                    kind == NodeKind.CHAINCODE ? "yuanhu-chaincode@.service" : "yuanhu-" + kind.text() + ".service";
            DurableFile.write(folder.root().resolve("systemd").resolve(unit), systemdUnit(kind));
        }
    }

    /** The folder of the scripts by which the peer takes a chaincode that runs as a process of its own. */
    private Path builder() {
        return folder.node(NodeKind.PEER).resolve("builder");
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(valuesOf(folder.organisation()));
        values.put("consortium", consortium.id().value());
        values.put("builder", "builder");
        return values;
    }

    /** What templates say of one organisation. */
    public static Map<String, String> valuesOf(Organisation organisation) {
        NodeAddress address = organisation.address();
        boolean local = address.host().equals("localhost") || address.host().startsWith("127.");
        return Map.of(
                "msp", organisation.msp().value(),
                "host", address.host(),
                "listen", local ? "127.0.0.1" : "0.0.0.0",
                "ordererPort", String.valueOf(address.ordererPort()),
                "ordererAdminPort", String.valueOf(address.ordererAdminPort()),
                "ordererOperationsPort", String.valueOf(address.ordererOperationsPort()),
                "peerChaincodePort", String.valueOf(address.peerChaincodePort()),
                "peerPort", String.valueOf(address.peerPort()),
                "peerOperationsPort", String.valueOf(address.peerOperationsPort()));
    }

    private String systemdUnit(NodeKind kind) {
        String home = "/srv/yuanhu/" + folder.msp();
        String environment = switch (kind) {
            case ORDERER, PEER -> NodeLogging.unitLines();
            case CHAINCODE -> "EnvironmentFile=" + home + "/chaincode/%i/environment\n";
            // The operator's: YUANHU_LABELS_ORIGIN, and where a database is and how to sign in there.
            case SERVER -> "EnvironmentFile=" + home + "/server.environment\n";
            case ISSUER, WATCH -> "";
        };
        String command = switch (kind) {
            case ORDERER -> "/usr/local/bin/orderer";
            case PEER -> "/usr/local/bin/peer node start";
            case CHAINCODE -> "/usr/bin/java -cp " + home + "/chaincode/%i/lib/* ${YUANHU_CHAINCODE_MAIN}";
            case ISSUER -> String.join(" ", IssuerProcess.command("/usr/bin/java", NETWORK_JARS, Path.of(home)));
            case SERVER ->
                String.join(
                        " ", new ServerProcess(folder).command("/usr/bin/java", SERVER_PROGRAM, Path.of(home), false));
            case WATCH -> String.join(" ", OrdererWatch.command("/usr/bin/java", NETWORK_JARS, Path.of(home)));
        };
        return Template.of("node.service")
                .with(Map.of(
                        "node",
                        kind.text(),
                        "msp",
                        folder.msp().value(),
                        "folder",
                        home,
                        "environment",
                        environment,
                        "command",
                        command,
                        "alsoWrites",
                        kind == NodeKind.ISSUER ? " " + home + "/identities" : "",
                        "hidden",
                        hidden(kind, home + "/identities")));
    }

    /** Who issues sees its roles' authorities' keys and no others; nobody else sees any authority's. */
    private String hidden(NodeKind kind, String identities) {
        String own = identities + "/organisations/" + folder.msp() + "/";
        Stream<String> paths = kind == NodeKind.ISSUER
                ? Stream.of("root/key.pem", "ca-nodes/key.pem", "trust/key.pem", "nodes", "resolver")
                : Stream.concat(
                        Stream.of("root", "ca-nodes", "trust", "nodes", "users"),
                        consortium.rolesOf(folder.msp()).stream()
                                .map(role -> role.authority().value()));
        return Stream.concat(paths.map(own::concat), Stream.of(identities + "/local"))
                .map(path -> "InaccessiblePaths=-" + path + "\n")
                .collect(Collectors.joining());
    }

    /** The common connection profile that Fabric's older clients and tools read. */
    private String connectionProfile(List<MspDefinition> definitions) {
        Map<String, Object> organisations = new LinkedHashMap<>();
        Map<String, Object> peers = new LinkedHashMap<>();
        List<Object> peerNames = new ArrayList<>();
        for (Organisation organisation : consortium.organisations()) {
            MspId msp = organisation.msp();
            MspDefinition definition = definitions.stream()
                    .filter(each -> each.msp().equals(msp))
                    .findFirst()
                    .orElseThrow();
            String peer = "peer0." + msp;
            peerNames.add(peer);
            organisations.put(msp.value(), Map.of("mspid", msp.value(), "peers", List.of(peer)));
            peers.put(
                    peer,
                    Map.of(
                            "url",
                            "grpcs://" + organisation.address().host() + ":"
                                    + organisation.address().peerPort(),
                            "tlsCACerts",
                            Map.of("pem", Pem.of(List.of(definition.root(), definition.nodes())))));
        }
        Map<String, Object> profile = Map.of(
                "name",
                consortium.id().value(),
                "version",
                "1.0.0",
                "client",
                Map.of("organization", folder.msp().value()),
                "organizations",
                organisations,
                "peers",
                peers,
                "channels",
                Map.of(consortium.channel(), Map.of("peers", channelPeers(peerNames))));
        return CanonicalJson.text(profile);
    }

    private static Map<String, Object> channelPeers(List<Object> names) {
        Map<String, Object> peers = new LinkedHashMap<>();
        names.forEach(name -> peers.put((String) name, Map.of("endorsingPeer", true, "eventSource", true)));
        return peers;
    }

    private static void executable(Path file) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make executable " + file, e);
        }
    }
}
