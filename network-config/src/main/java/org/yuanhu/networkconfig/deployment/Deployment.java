package org.yuanhu.networkconfig.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.NodeAddress;
import org.yuanhu.consortium.PrivateCollection;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.trust.CanonicalJson;
import org.yuanhu.networkconfig.channel.FabricAdmin;
import org.yuanhu.networkconfig.channel.GenesisBlock;
import org.yuanhu.networkconfig.fabric.CommandFailedException;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/** Puts a version of the chaincode on the channel: installed and approved by each organisation, then committed. */
public final class Deployment {
    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":\\s*(\\d+)");
    private static final Pattern VERSION = Pattern.compile("\"version\":\\s*\"([^\"]*)\"");
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final FabricTools tools;
    private final NetworkFolder network;
    private final ChaincodeCode code;
    private final Consumer<String> say;

    public Deployment(FabricTools tools, NetworkFolder network, ChaincodeCode code, Consumer<String> say) {
        this.tools = tools;
        this.network = network;
        this.code = code;
        this.say = say;
    }

    /** Installs and approves where that has not been done yet. */
    public void installAndApprove() {
        Optional<Definition> committed = committed();
        if (isCurrent(committed)) {
            network.organisations().forEach(this::install);
            return;
        }
        int sequence = committed.map(Definition::sequence).orElse(0) + 1;
        for (OrganisationFolder organisation : network.organisations()) {
            install(organisation);
            approve(organisation, sequence);
        }
    }

    /** Commits what the organisations approved; nothing if it is the current definition already. */
    public void commit() {
        Optional<Definition> committed = committed();
        if (isCurrent(committed)) {
            say.accept("chaincode " + code + " is on " + consortium().channel() + " already");
            return;
        }
        int sequence = committed.map(Definition::sequence).orElse(0) + 1;
        List<String> words = new ArrayList<>(List.of("lifecycle", "chaincode", "commit"));
        words.addAll(definition(first(), sequence));
        for (OrganisationFolder organisation : network.organisations()) {
            NodeAddress address = organisation.organisation().address();
            words.addAll(List.of(
                    "--peerAddresses",
                    address.host() + ":" + address.peerPort(),
                    "--tlsRootCertFiles",
                    network.exchange().resolve(organisation.msp() + "/root.pem").toString()));
        }
        run(first(), words);
        say.accept("committed chaincode " + code + ", sequence " + sequence);
    }

    private boolean isCurrent(Optional<Definition> committed) {
        return committed.map(Definition::version).equals(Optional.of(code.version()));
    }

    private void install(OrganisationFolder organisation) {
        FabricAdmin admin = admin(organisation);
        String installed =
                admin.peer("lifecycle", "chaincode", "queryinstalled").run();
        if (installed.contains(code.packageId())) {
            return;
        }
        Path file = organisation.node(NodeKind.CHAINCODE).resolve(code + ".tar.gz");
        try {
            Files.createDirectories(organisation.node(NodeKind.CHAINCODE));
            Files.write(file, code.packaged());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        admin.peer("lifecycle", "chaincode", "install", file.toString())
                .within(LIMIT)
                .run();
        say.accept(organisation.msp() + " installed " + code);
    }

    private void approve(OrganisationFolder organisation, int sequence) {
        List<String> words = new ArrayList<>(List.of("lifecycle", "chaincode", "approveformyorg"));
        words.addAll(definition(organisation, sequence));
        words.addAll(List.of("--package-id", code.packageId()));
        try {
            run(organisation, words);
        } catch (CommandFailedException failed) {
            if (!String.valueOf(failed.getMessage()).contains("unchanged content")) {
                throw failed;
            }
        }
        say.accept(organisation.msp() + " approved " + code);
    }

    private void run(OrganisationFolder organisation, List<String> words) {
        FabricAdmin admin = admin(organisation);
        admin.peer(admin.viaOwnOrderer(words.toArray(String[]::new)))
                .within(LIMIT)
                .run();
    }

    private List<String> definition(OrganisationFolder organisation, int sequence) {
        return List.of(
                "--channelID",
                consortium().channel(),
                "--name",
                consortium().chaincode(),
                "--version",
                code.version(),
                "--sequence",
                String.valueOf(sequence),
                "--signature-policy",
                GenesisBlock.endorsement(consortium()),
                "--collections-config",
                collections(organisation).toString());
    }

    /** The private collection as Fabric's command reads it. */
    private Path collections(OrganisationFolder organisation) {
        PrivateCollection collection = consortium().collection();
        Map<String, Object> entry = Map.of(
                "name",
                collection.name(),
                "policy",
                "OR(" + quoted(collection, "member") + ")",
                "requiredPeerCount",
                0, // both members endorse every write, so both have it
                "maxPeerCount",
                collection.members().size() - 1,
                "blockToLive",
                0,
                "memberOnlyRead",
                true,
                "memberOnlyWrite",
                true,
                "endorsementPolicy",
                Map.of("signaturePolicy", "AND(" + quoted(collection, "peer") + ")"));
        Path file = organisation.node(NodeKind.CHAINCODE).resolve("collections.json");
        DurableFile.write(file, CanonicalJson.text(List.of(entry)));
        return file;
    }

    private static String quoted(PrivateCollection collection, String who) {
        return collection.members().stream()
                .map(msp -> "'" + msp + "." + who + "'")
                .collect(Collectors.joining(","));
    }

    private Optional<Definition> committed() {
        try {
            String said = admin(first())
                    .peer(
                            "lifecycle",
                            "chaincode",
                            "querycommitted",
                            "-C",
                            consortium().channel(),
                            "-n",
                            consortium().chaincode(),
                            "-O",
                            "json")
                    .run();
            return Optional.of(new Definition(Integer.parseInt(find(SEQUENCE, said)), find(VERSION, said)));
        } catch (CommandFailedException failed) {
            if (String.valueOf(failed.getMessage()).contains("is not defined")) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private static String find(Pattern pattern, String said) {
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("the peer command answers in a form unknown here: " + said);
        }
        return found.group(1);
    }

    private FabricAdmin admin(OrganisationFolder organisation) {
        return new FabricAdmin(tools, organisation, consortium().channel());
    }

    private OrganisationFolder first() {
        return network.organisations().get(0);
    }

    private Consortium consortium() {
        return network.consortium();
    }

    private record Definition(int sequence, String version) {}
}
