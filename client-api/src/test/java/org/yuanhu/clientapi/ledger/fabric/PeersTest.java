package org.yuanhu.clientapi.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ledger.connection.Deadlines;
import org.yuanhu.clientapi.ledger.connection.Gateways;
import org.yuanhu.clientapi.ledger.connection.LedgerConnection;
import org.yuanhu.clientapi.ledger.submit.CommitStatuses;
import org.yuanhu.clientapi.ledger.submit.Endorsing;
import org.yuanhu.clientapi.ledger.submit.Submission;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.consortium.trust.LedgerFacts;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Which peer is asked and told what, with four gateways in this process that answer as Fabric's do. */
class PeersTest {
    private static final Consortium CONSORTIUM = Consortium.demo();
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    static Path keys;

    private static UserIdentity officer;

    private final List<Gateway> organisations = new ArrayList<>();
    private Peers peers;
    private Gateways gateways;

    @BeforeAll
    static void certify() {
        officer = Identities.create(keys, CONSORTIUM)
                .issueUser(UserRequest.of("county-officer", "officer", Map.of("yuanhu.region", "520527")));
    }

    @BeforeEach
    void connect() throws IOException {
        for (MspId organisation : CONSORTIUM.members()) {
            organisations.add(new Gateway(organisation));
        }
        peers = new Peers(
                organisations.stream().map(gateway -> gateway.peer).toList(),
                new FirstBlock(() -> officer, CONSORTIUM.channel()),
                Hash.sha256(new byte[0]));
        peers.all().forEach(peer -> peer.become(Peer.State.USABLE));
        gateways = new Gateways(new LedgerConnection(
                PeersChannel.toAny(peers),
                PeersChannel.toMembers(peers, peers.of(CONSORTIUM.collection().members())),
                CONSORTIUM.channel(),
                CONSORTIUM.chaincode(),
                LedgerFacts.Kind.FABRIC,
                CONSORTIUM.members(),
                CONSORTIUM.policy().organisations(),
                Deadlines.NETWORK));
    }

    @AfterEach
    void close() {
        peers.close();
        organisations.forEach(gateway -> gateway.server.shutdownNow());
    }

    @Test
    void privateValuesGoToNoOtherPeerWhenNoMembersAnswers() {
        of("GovernmentMSP").server.shutdownNow();
        of("CooperativeMSP").server.shutdownNow();
        Endorsing endorsing = new Endorsing(gateways, new SimpleMeterRegistry());
        Submission submission = new Submission(gateways, endorsing, new CommitStatuses(gateways));

        assertThatThrownBy(() ->
                        submission.submitPrivate(officer, call -> call.putTransient("person", "样例"), "household:enrol"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(Rule.LG_10);
                    assertThat(refused.arguments()).containsEntry("organisations", "GovernmentMSP, CooperativeMSP");
                });
        assertThatThrownBy(() -> gateways.privateContract(officer)
                        .newProposal("household:enrol")
                        .putTransient("person", "样例")
                        .build()
                        .evaluate())
                .hasMessageContaining("LG-10");

        assertThat(of("PlatformMSP").asked).isEmpty();
        assertThat(of("AuditorMSP").asked).isEmpty();
    }

    @Test
    void privateValuesGoToTheOtherMemberWhenTheFirstDoesNotAnswer() throws Exception {
        of("GovernmentMSP").server.shutdownNow();

        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                gateways.privateContract(officer)
                        .newProposal("household:disclose")
                        .putTransient("key", "…")
                        .build()
                        .evaluate();
            } catch (org.hyperledger.fabric.client.GatewayException firstIsGone) {
                assertThat(attempt).isZero();
            }
        }

        assertThat(of("CooperativeMSP").asked).containsExactly("evaluate");
        assertThat(of("PlatformMSP").asked).isEmpty();
    }

    @Test
    void theStatusOfATransactionIsTakenFromTheSecondPeerWhereTheFirstHangsAndTheFirstIsLookedAtAnew() {
        of("GovernmentMSP").hangs = true;

        Optional<org.hyperledger.fabric.client.Status> status =
                new CommitStatuses(gateways).of(officer, "0".repeat(64), LONG);

        assertThat(status.map(org.hyperledger.fabric.client.Status::getBlockNumber))
                .contains(of("CooperativeMSP").block);
        assertThat(of("GovernmentMSP").asked).containsExactly("status");
        assertThat(of("GovernmentMSP").peer.state()).isEqualTo(Peer.State.ASIDE);
        assertThat(of("CooperativeMSP").peer.state()).isEqualTo(Peer.State.USABLE);
        assertThat(of("PlatformMSP").asked).isEmpty();
    }

    @Test
    void aPeerWhoseStatusCallEndsUnansweredIsNotAskedFirstAgain() {
        organisations.forEach(gateway -> gateway.hangs = true);

        assertThat(new CommitStatuses(gateways).of(officer, "0".repeat(64), Duration.ofSeconds(1)))
                .isEmpty();

        assertThat(of("GovernmentMSP").peer.state()).isEqualTo(Peer.State.ASIDE);
    }

    @Test
    void aPeerThatAnswersAtOnceIsTheOnlyOneAsked() {
        assertThat(new CommitStatuses(gateways).of(officer, "0".repeat(64), LONG))
                .isPresent();

        assertThat(of("GovernmentMSP").asked).containsExactly("status");
        assertThat(of("CooperativeMSP").asked).isEmpty();
    }

    @Test
    void aWrongClockIsNotTakenForANetworkThatIsDown() {
        peers.all().forEach(peer -> peer.become(Peer.State.UNKNOWN));
        organisations.forEach(gateway -> gateway.clock = Optional.of("2026-11-27T10:00:00Z"));

        assertThatThrownBy(() -> peers.open(Duration.ofMillis(1)))
                .hasMessageContaining("This machine's clock says")
                .hasMessageContaining("2026-11-27T10:00:00Z")
                .hasMessageNotContaining("network up");
    }

    @Test
    void aRequestWithAWrongTimeIsRefusedByTheRuleOfTheSingleMachineLedger() {
        organisations.forEach(gateway -> gateway.clock = Optional.of("2026-11-27T10:00:00Z"));
        Endorsing endorsing = new Endorsing(gateways, new SimpleMeterRegistry());

        assertThatThrownBy(() -> new Submission(gateways, endorsing, new CommitStatuses(gateways))
                        .submitPrivate(officer, call -> call, "household:enrol"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(Rule.LG_06);
                    assertThat(refused.arguments()).containsEntry("now", "2026-11-27T10:00:00Z");
                });
    }

    private Gateway of(String organisation) {
        return organisations.stream()
                .filter(gateway -> gateway.peer.organisation().value().equals(organisation))
                .findFirst()
                .orElseThrow();
    }

    /** One organisation's, and what it was asked. */
    private static final class Gateway extends GatewayGrpc.GatewayImplBase {
        private final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
        private final Server server;
        private final Peer peer;
        private final long block;
        private volatile boolean hangs;
        private volatile Optional<String> clock = Optional.empty();

        Gateway(MspId organisation) throws IOException {
            String name = organisation + "-" + UUID.randomUUID();
            server = InProcessServerBuilder.forName(name)
                    .addService(this)
                    .build()
                    .start();
            ManagedChannel channel = InProcessChannelBuilder.forName(name).build();
            peer = new Peer(organisation, channel);
            block = organisation.value().length();
        }

        @Override
        public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> answer) {
            asked.add("endorse");
            refuse(answer);
        }

        @Override
        public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> answer) {
            asked.add("evaluate");
            if (clock.isPresent()) {
                refuse(answer);
            } else {
                answer.onNext(EvaluateResponse.getDefaultInstance());
                answer.onCompleted();
            }
        }

        @Override
        public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> answer) {
            asked.add("status");
            if (!hangs) {
                answer.onNext(CommitStatusResponse.newBuilder()
                        .setResult(TxValidationCode.VALID)
                        .setBlockNumber(block)
                        .build());
                answer.onCompleted();
            }
        }

        /** In the words of Fabric's filter for the time of a proposal. */
        private void refuse(StreamObserver<?> answer) {
            answer.onError(Status.UNKNOWN
                    .withDescription("error from endorser: request unauthorized due to incorrect timestamp"
                            + " 2026-11-27T08:00:00Z, peer time " + clock.orElse("") + ","
                            + " peer.authentication.timewindow 15m0s")
                    .asRuntimeException());
        }
    }
}
