package org.yuanhu.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.StreamObserver;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.registry.Region;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.consortium.trust.Authorities;
import org.yuanhu.vocabulary.registry.RegionCode;

/** The chaincode as a process of its own, spoken to as a Fabric peer speaks, over mutual TLS. */
class ChaincodeProcessIT {
    private static final MspId AUDITOR = new MspId("AuditorMSP");
    private static final String CHANNEL = "yuanhu";

    @TempDir
    private Path folder;

    private Identities identities;
    private Process process;
    private int port;

    @BeforeEach
    void start() throws IOException {
        identities = Identities.create(folder, Consortium.demo());
        Files.writeString(folder.resolve("authorities.json"), Authorities.json(Consortium.demo(), identities.msps()));
        UserIdentity server = identities.tls(AUDITOR, "chaincode", List.of("localhost"));
        Files.writeString(folder.resolve("cert.pem"), Pem.of(server.chain()));
        Files.writeString(folder.resolve("key.pem"), Pem.of(server.key()));
        Files.writeString(folder.resolve("ca.pem"), identities.tlsAuthoritiesPem());
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ChaincodeProcess.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "CORE_CHAINCODE_ID_NAME", "yuanhu:1",
                        "CHAINCODE_SERVER_ADDRESS", "localhost:" + port,
                        "YUANHU_AUTHORITIES", folder.resolve("authorities.json").toString(),
                        "CHAINCODE_TLS_CERT", folder.resolve("cert.pem").toString(),
                        "CHAINCODE_TLS_KEY", folder.resolve("key.pem").toString(),
                        "CHAINCODE_TLS_CLIENT_CA", folder.resolve("ca.pem").toString()));
        process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void answersAPeerWithWhatStateHoldsAndWithTheRuleThatRefuses() throws Exception {
        UserIdentity inspector = identities.issueUser(UserRequest.of("inspector", "inspector", Map.of()));
        Region region = new Region(new RegionCode("522631"), "黎平县", "", "832", java.time.LocalDate.of(2014, 12, 23));
        try (Peer peer = new Peer(true)) {
            peer.register();
            peer.send(transaction("tx1", inspector, "read:get", "region", "522631"));
            ChaincodeMessage asked = peer.receive();
            assertThat(asked.getType()).isEqualTo(ChaincodeMessage.Type.GET_STATE);
            assertThat(GetState.parseFrom(asked.getPayload()).getKey()).isEqualTo("\u0000region\u0000522631\u0000");
            peer.send(asked.toBuilder()
                    .setType(ChaincodeMessage.Type.RESPONSE)
                    .setPayload(ByteString.copyFromUtf8(Json.write(region)))
                    .build());
            assertThat(peer.answer()).satisfies(answer -> {
                assertThat(answer.getStatus()).isEqualTo(200);
                assertThat(answer.getPayload().toStringUtf8()).isEqualTo(Json.write(region));
            });

            peer.send(transaction("tx2", inspector, "registry:admitRegion", "{}"));
            assertThat(peer.answer()).satisfies(answer -> {
                assertThat(answer.getStatus()).isEqualTo(500);
                assertThat(answer.getMessage())
                        .isEqualTo("AC-05 {\"role\":\"inspector\",\"function\":\"registry:admitRegion\"}");
            });
        }
        assertThat(Files.readString(folder.resolve("log")))
                .contains("Serving the chaincode on localhost")
                .doesNotContain("522631");
    }

    @Test
    void doesNotSpeakToWhoHasNoCertificate() throws Exception {
        try (Peer known = new Peer(true)) {
            known.register();
        }
        try (Peer stranger = new Peer(false)) {
            assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(stranger::register);
        }
    }

    private static ChaincodeMessage transaction(String tx, UserIdentity user, String... arguments) {
        ChaincodeInput.Builder input = ChaincodeInput.newBuilder();
        for (String argument : arguments) {
            input.addArgs(ByteString.copyFromUtf8(argument));
        }
        SerializedIdentity creator = SerializedIdentity.newBuilder()
                .setMspid(user.msp().value())
                .setIdBytes(ByteString.copyFromUtf8(user.certificatePem()))
                .build();
        ChannelHeader channel = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId(CHANNEL)
                .setTxId(tx)
                .setTimestamp(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()))
                .build();
        Header header = Header.newBuilder()
                .setChannelHeader(channel.toByteString())
                .setSignatureHeader(SignatureHeader.newBuilder()
                        .setCreator(creator.toByteString())
                        .build()
                        .toByteString())
                .build();
        Proposal proposal = Proposal.newBuilder()
                .setHeader(header.toByteString())
                .setPayload(ChaincodeProposalPayload.getDefaultInstance().toByteString())
                .build();
        return ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.TRANSACTION)
                .setChannelId(CHANNEL)
                .setTxid(tx)
                .setPayload(input.build().toByteString())
                .setProposal(SignedProposal.newBuilder().setProposalBytes(proposal.toByteString()))
                .build();
    }

    /** As much of a peer as a chaincode server sees. */
    private final class Peer implements AutoCloseable, StreamObserver<ChaincodeMessage> {
        private final ManagedChannel channel;
        private final BlockingQueue<Object> received = new LinkedBlockingQueue<>();
        private final StreamObserver<ChaincodeMessage> stream;

        Peer(boolean known) throws IOException {
            TlsChannelCredentials.Builder credentials = TlsChannelCredentials.newBuilder()
                    .trustManager(new File(folder.resolve("ca.pem").toString()));
            if (known) {
                UserIdentity peer = identities.tls(AUDITOR, "peer0", List.of("localhost"));
                Path certificate = Files.writeString(folder.resolve("peer.pem"), Pem.of(peer.chain()));
                Path key = Files.writeString(folder.resolve("peer-key.pem"), Pem.of(peer.key()));
                credentials.keyManager(certificate.toFile(), key.toFile());
            }
            channel = Grpc.newChannelBuilder("localhost:" + port, credentials.build())
                    .build();
            ChaincodeGrpc.ChaincodeStub stub = ChaincodeGrpc.newStub(channel);
            // the process takes a while to listen; who has no certificate comes when it does, and would wait for ever
            stream = (known ? stub.withWaitForReady() : stub).connect(this);
        }

        void register() throws Exception {
            assertThat(receive().getType()).isEqualTo(ChaincodeMessage.Type.REGISTER);
            send(message(ChaincodeMessage.Type.REGISTERED));
            send(message(ChaincodeMessage.Type.READY));
        }

        void send(ChaincodeMessage message) {
            stream.onNext(message);
        }

        ChaincodeMessage receive() throws InterruptedException {
            Object next = received.poll(60, TimeUnit.SECONDS);
            if (next instanceof RuntimeException failure) {
                throw failure;
            }
            assertThat(next).as("what the chaincode says").isNotNull();
            return (ChaincodeMessage) next;
        }

        Response answer() throws Exception {
            ChaincodeMessage message = receive();
            assertThat(message.getType()).isEqualTo(ChaincodeMessage.Type.COMPLETED);
            return Response.parseFrom(message.getPayload());
        }

        private ChaincodeMessage message(ChaincodeMessage.Type type) {
            return ChaincodeMessage.newBuilder().setType(type).build();
        }

        @Override
        public void onNext(ChaincodeMessage message) {
            received.add(message);
        }

        @Override
        public void onError(Throwable failure) {
            received.add(failure);
        }

        @Override
        public void onCompleted() {}

        @Override
        public void close() {
            channel.shutdownNow();
        }
    }
}
