package org.yuanhu.networkconfig.deployment;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionResult;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.NodeAddress;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.networkconfig.channel.AdminGateway;
import org.yuanhu.networkconfig.channel.FabricAdmin;
import org.yuanhu.networkconfig.fabric.CommandFailedException;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.NodeProcess;

/**
 * Puts a version of the chaincode on the channel: installed, started beside the one before and approved by each organisation,
 * then committed. The one before answers until the commit, and ends after it.
 */
public final class Deployment {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration EVENT_LIMIT = Duration.ofSeconds(150);
    /** {@code chaincode.executetimeout} in {@code core.yaml}. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final FabricTools tools;
    private final NetworkFolder network;
    private final ChaincodeCode code;
    private final ChaincodeDefinition wanted;
    private final Consumer<String> say;

    /** @param say told each step */
    public Deployment(FabricTools tools, NetworkFolder network, ChaincodeCode code, Consumer<String> say) {
        this.tools = tools;
        this.network = network;
        this.code = code;
        this.wanted = new ChaincodeDefinition(network.consortium());
        this.say = say;
    }

    /**
     * Takes every step that has not been taken yet. Another code, endorsement policy or collection is the channel's next definition.
     *
     * @param ready returns when clients can be served by what was committed
     */
    public void run(Runnable ready) {
        List<ChaincodeProcess> processes = new ArrayList<>();
        for (OrganisationFolder organisation : network.organisations()) {
            ChaincodeProcess process = ChaincodeProcess.install(organisation, code);
            install(organisation);
            process.writeConnection();
            process.start(say, START_LIMIT);
            processes.add(process);
        }
        Optional<QueryChaincodeDefinitionResult> committed = committedAt(first());
        if (committed.isPresent() && wanted.isSame(committed.get(), code.version())) {
            say.accept("chaincode " + code + " is on " + consortium().channel() + " already");
        } else {
            long sequence =
                    committed.map(QueryChaincodeDefinitionResult::getSequence).orElse(0L) + 1;
            network.organisations().forEach(organisation -> approve(organisation, sequence));
            commit(sequence);
        }
        network.organisations().forEach(this::awaitCommitted);
        ready.run();
        if (processes.stream().anyMatch(ChaincodeProcess::hasOneBefore)) {
            letCallsEnd();
        }
        processes.forEach(ChaincodeProcess::takePlace);
    }

    /** A peer commits the definition when it has its block; until then it asks the version before. */
    private void awaitCommitted(OrganisationFolder organisation) {
        NodeProcess peer = new NodeProcess(organisation, NodeKind.PEER);
        peer.awaitUntil(
                "committed " + code,
                START_LIMIT,
                () -> committedAt(organisation)
                        .filter(definition -> wanted.isSame(definition, code.version()))
                        .isPresent());
    }

    /** What the version before was asked ends, answered or given up by its peer. */
    private static void letCallsEnd() {
        try {
            Thread.sleep(LONGEST_CALL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a version of the chaincode ends", e);
        }
    }

    private void commit(long sequence) {
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

    private void install(OrganisationFolder organisation) {
        FabricAdmin admin = admin(organisation);
        String installed =
                admin.peer("lifecycle", "chaincode", "queryinstalled").run();
        if (installed.contains(code.packageId())) {
            return;
        }
        Path file = organisation.node(NodeKind.CHAINCODE).resolve(code + ".tar.gz");
        try {
            Files.write(file, code.packaged());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        admin.peer("lifecycle", "chaincode", "install", file.toString())
                .within(LIMIT)
                .run();
        say.accept(organisation.msp() + " installed " + code);
    }

    private void approve(OrganisationFolder organisation, long sequence) {
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
        List<String> patient = new ArrayList<>(words);
        patient.addAll(List.of(
                "--waitForEventTimeout", EVENT_LIMIT.toSeconds() + "s")); // Fabric's 30 s are short on a busy machine
        admin.peer(admin.viaOwnOrderer(patient.toArray(String[]::new)))
                .within(LIMIT)
                .run();
    }

    private List<String> definition(OrganisationFolder organisation, long sequence) {
        Path collections = organisation.node(NodeKind.CHAINCODE).resolve("collections.json");
        DurableFile.write(collections, wanted.collections());
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
                wanted.policy(),
                "--collections-config",
                collections.toString());
    }

    private Optional<QueryChaincodeDefinitionResult> committedAt(OrganisationFolder organisation) {
        byte[] arguments = QueryChaincodeDefinitionArgs.newBuilder()
                .setName(consortium().chaincode())
                .build()
                .toByteArray();
        try (AdminGateway gateway = new AdminGateway(organisation, consortium())) {
            byte[] answer = gateway.contract("_lifecycle")
                    .newProposal("QueryChaincodeDefinition")
                    .addArguments(arguments)
                    .setEndorsingOrganizations(organisation.msp().value())
                    .build()
                    .evaluate(options -> options.withDeadlineAfter(LIMIT.toSeconds(), TimeUnit.SECONDS));
            return Optional.of(QueryChaincodeDefinitionResult.parseFrom(answer));
        } catch (GatewayException failed) {
            if ((failed.getMessage() + failed.getDetails()).contains("is not defined")) {
                return Optional.empty();
            }
            throw new CommandFailedException("the peer of " + organisation.msp()
                    + " does not say which chaincode is committed: " + failed.getMessage() + " " + failed.getDetails());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the channel's definition of the chaincode cannot be read", e);
        }
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
}
