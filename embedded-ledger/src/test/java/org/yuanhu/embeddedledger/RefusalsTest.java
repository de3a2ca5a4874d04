package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** What is refused before chaincode runs, by which rule, and that the state is the same afterwards. */
class RefusalsTest extends LedgerTest {
    private GatewayGrpc.GatewayBlockingStub stub;
    private TestOrganisation.Holder clerk;

    @BeforeEach
    void connect() {
        stub = GatewayGrpc.newBlockingStub(ledger.channel());
        clerk = channel.user(TestChannel.COOPERATIVE);
    }

    @AfterEach
    void nothingWasWritten() throws Exception {
        assertThat(evaluate("range", "", "")).isEmpty();
    }

    private void endorse(SignedProposal proposal) {
        stub.endorse(EndorseRequest.newBuilder()
                .setChannelId(TestChannel.CHANNEL)
                .setProposedTransaction(proposal)
                .build());
    }

    /** What endorsing and evaluating say; both must refuse. */
    private String refusal(SignedProposal proposal) {
        StatusRuntimeException endorsing = catchThrowableOfType(StatusRuntimeException.class, () -> endorse(proposal));
        assertThat(endorsing.getStatus().getCode()).isEqualTo(Code.ABORTED);
        StatusRuntimeException evaluating = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> stub.evaluate(EvaluateRequest.newBuilder()
                        .setChannelId(TestChannel.CHANNEL)
                        .setProposedTransaction(proposal)
                        .build()));
        assertThat(detail(evaluating)).startsWith(detail(endorsing).substring(0, 30));
        return detail(endorsing);
    }

    private static String detail(StatusRuntimeException refused) {
        try {
            List<Any> details = StatusProto.fromThrowable(refused).getDetailsList();
            assertThat(details).hasSize(1);
            return details.get(0).unpack(ErrorDetail.class).getMessage();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Rule rule(String message) {
        return RefusedException.parse(message).orElseThrow().rule();
    }

    @Test
    void refusesAnUnknownOrganisation() {
        String said = refusal(new RawClient(new TestOrganisation("StrangerMSP").user("x")).propose("put", "a", "1"));
        assertThat(said).contains("creator org unknown");
        assertThat(rule(said)).isEqualTo(Rule.LG_01);
    }

    @Test
    void refusesACertificateOfAnotherCaUnderTheOrganisationsNames() {
        TestOrganisation impostor = new TestOrganisation(TestChannel.COOPERATIVE);
        String said = refusal(new RawClient(impostor.user("clerk")).propose("put", "a", "1"));
        assertThat(said).contains("access denied: channel [village] creator org unknown, creator is malformed");
        assertThat(rule(said)).isEqualTo(Rule.LG_01);
    }

    @Test
    void refusesACertificateOfOneOrganisationInTheNameOfAnother() {
        TestOrganisation.Holder platform = channel.user(TestChannel.PLATFORM);
        TestOrganisation.Holder claiming =
                new TestOrganisation.Holder(TestChannel.GOVERNMENT, platform.certificate(), platform.key());
        assertThat(rule(refusal(new RawClient(claiming).propose("put", "a", "1"))))
                .isEqualTo(Rule.LG_01);
    }

    @Test
    void refusesAnExpiredCertificateAndOneNotYetValid() {
        Instant now = Instant.now();
        TestOrganisation cooperative = channel.organisation(TestChannel.COOPERATIVE);
        TestOrganisation.Holder expired =
                cooperative.user("late", now.minus(Duration.ofDays(2)), now.minus(Duration.ofSeconds(10)));
        String said = refusal(new RawClient(expired).propose("put", "a", "1"));
        assertThat(said).startsWith("proposal client identity expired");
        assertThat(rule(said)).isEqualTo(Rule.LG_02);

        TestOrganisation.Holder early = cooperative.user("early", now.plusSeconds(100), now.plusSeconds(1000));
        assertThat(rule(refusal(new RawClient(early).propose("put", "a", "1")))).isEqualTo(Rule.LG_04);
    }

    @Test
    void refusesARevokedCertificateFromTheNextRequestOnAndTakesItBackWhenTheListDoes() {
        SignedProposal before = new RawClient(clerk).propose("put", "a", "1");
        endorse(before);
        TestOrganisation cooperative = channel.organisation(TestChannel.COOPERATIVE);
        ledger.replaceCrls(TestChannel.COOPERATIVE, List.of(cooperative.crl(clerk.certificate())));
        assertThat(rule(refusal(new RawClient(clerk).propose("put", "a", "1")))).isEqualTo(Rule.LG_03);
        ledger.replaceCrls(TestChannel.COOPERATIVE, List.of(cooperative.crl()));
        endorse(new RawClient(clerk).propose("put", "a", "1"));
    }

    @Test
    void refusesARevocationListOfSomebodyElse() {
        TestOrganisation impostor = new TestOrganisation(TestChannel.COOPERATIVE);
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> ledger.replaceCrls(TestChannel.COOPERATIVE, List.of(impostor.crl(clerk.certificate())))))
                .hasMessageContaining("signed by none of its CAs");
        endorse(new RawClient(clerk).propose("put", "a", "1"));
    }

    @Test
    void refusesATamperedProposalAndAForeignSignature() {
        SignedProposal good = new RawClient(clerk).propose("put", "a", "1");
        int middle = good.getProposalBytes().size() - 1;
        byte[] changed = good.getProposalBytes().toByteArray();
        changed[middle] ^= 1;
        String said = refusal(
                good.toBuilder().setProposalBytes(ByteString.copyFrom(changed)).build());
        assertThat(rule(said)).isEqualTo(Rule.LG_05);

        RawClient other = new RawClient(channel.user(TestChannel.COOPERATIVE));
        SignedProposal foreign = good.toBuilder()
                .setSignature(other.sign(good.getProposalBytes()))
                .build();
        assertThat(rule(refusal(foreign))).isEqualTo(Rule.LG_05);
        assertThat(refusal(good.toBuilder().clearSignature().build())).contains("empty signature bytes");
    }

    @Test
    void refusesAHighSignatureThatFabricWouldRefuse() {
        RawClient client = new RawClient(clerk);
        SignedProposal low = client.propose("put", "a", "1");
        SignedProposal high = low.toBuilder()
                .setSignature(client.sign(low.getProposalBytes(), true))
                .build();
        assertThat(rule(refusal(high))).isEqualTo(Rule.LG_05);
        endorse(low);
    }

    @Test
    void refusesATimestampTenMinutesOffEitherWayAndTakesFourMinutes() {
        Instant now = Instant.now();
        for (Duration off : List.of(Duration.ofMinutes(10), Duration.ofMinutes(-10))) {
            String said = refusal(new RawClient(clerk).at(now.plus(off)).propose("put", "a", "1"));
            assertThat(said).startsWith("request unauthorized due to incorrect timestamp");
            assertThat(rule(said)).isEqualTo(Rule.LG_06);
        }
        endorse(new RawClient(clerk).at(now.plusSeconds(240)).propose("put", "a", "1"));
        endorse(new RawClient(clerk).at(now.minusSeconds(240)).propose("put", "a", "1"));
    }

    @Test
    void refusesATimestampThatIsNoMomentAtAll() {
        for (long seconds : new long[] {100_000_000_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE, 253_402_300_800L}) {
            EvaluateRequest request = EvaluateRequest.newBuilder()
                    .setChannelId(TestChannel.CHANNEL)
                    .setProposedTransaction(
                            new RawClient(clerk).seconds(seconds).propose("put", "a", "1"))
                    .build();
            StatusRuntimeException refused =
                    catchThrowableOfType(StatusRuntimeException.class, () -> stub.evaluate(request));
            assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(refused.getMessage()).contains("the timestamp is not a moment");
        }
    }

    @Test
    void refusesAProposalOfAnotherEpoch() {
        assertThat(refusal(new RawClient(clerk).epoch(1).propose("put", "a", "1")))
                .isEqualTo("error validating proposal: epoch is non-zero");
    }

    @Test
    void refusesATransactionIdThatIsNotTheHashOfNonceAndCreator() {
        String said =
                refusal(new RawClient(clerk).transactionId("00".repeat(32)).propose("put", "a", "1"));
        assertThat(said).contains("incorrectly computed txid");
        assertThat(refusal(new RawClient(clerk).nonce(new byte[0]).propose("put", "a", "1")))
                .contains("nonce is empty");
        assertThat(refusal(new RawClient(clerk).type(HeaderType.MESSAGE).propose("put", "a", "1")))
                .contains("invalid header type");
    }

    @Test
    void refusesWhatIsNoProposalAtAll() {
        SignedProposal noise = SignedProposal.newBuilder()
                .setProposalBytes(ByteString.copyFromUtf8("\uFFFF noise"))
                .build();
        assertThat(catchThrowableOfType(StatusRuntimeException.class, () -> endorse(noise))
                        .getStatus()
                        .getCode())
                .isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(catchThrowableOfType(
                                StatusRuntimeException.class, () -> endorse(SignedProposal.getDefaultInstance()))
                        .getStatus()
                        .getCode())
                .isEqualTo(Code.INVALID_ARGUMENT);
    }

    @Test
    void refusesATransactionChangedAfterItWasEndorsedOrNotSigned() {
        RawClient client = new RawClient(clerk);
        Envelope prepared = stub.endorse(EndorseRequest.newBuilder()
                        .setChannelId(TestChannel.CHANNEL)
                        .setProposedTransaction(client.propose("put", "a", "1"))
                        .build())
                .getPreparedTransaction();
        assertThat(submitting(prepared).getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        byte[] changed = prepared.getPayload().toByteArray();
        changed[changed.length / 2] ^= 1;
        StatusRuntimeException refused = submitting(Envelope.newBuilder()
                .setPayload(ByteString.copyFrom(changed))
                .setSignature(client.sign(prepared.getPayload()))
                .build());
        assertThat(refused.getStatus().getCode()).isEqualTo(Code.ABORTED);
        assertThat(refused.getMessage()).contains("received unsuccessful response from orderer");
    }

    private StatusRuntimeException submitting(Envelope envelope) {
        return catchThrowableOfType(
                StatusRuntimeException.class,
                () -> stub.submit(SubmitRequest.newBuilder()
                        .setChannelId(TestChannel.CHANNEL)
                        .setPreparedTransaction(envelope)
                        .build()));
    }

    @Test
    void tellsAStrangerNothingOfStatusOrEvents() {
        RawClient stranger = new RawClient(new TestOrganisation("StrangerMSP").user("x"));
        ByteString status = CommitStatusRequest.newBuilder()
                .setChannelId(TestChannel.CHANNEL)
                .setTransactionId("00")
                .setIdentity(stranger.creator())
                .build()
                .toByteString();
        assertThat(catchThrowableOfType(
                                StatusRuntimeException.class,
                                () -> stub.commitStatus(SignedCommitStatusRequest.newBuilder()
                                        .setRequest(status)
                                        .setSignature(stranger.sign(status))
                                        .build()))
                        .getStatus()
                        .getCode())
                .isEqualTo(Code.PERMISSION_DENIED);
        ByteString events = ChaincodeEventsRequest.newBuilder()
                .setChannelId(TestChannel.CHANNEL)
                .setChaincodeId(TestChannel.CHAINCODE)
                .setIdentity(stranger.creator())
                .build()
                .toByteString();
        assertThat(catchThrowableOfType(
                                StatusRuntimeException.class,
                                () -> stub.chaincodeEvents(SignedChaincodeEventsRequest.newBuilder()
                                                .setRequest(events)
                                                .setSignature(stranger.sign(events))
                                                .build())
                                        .next())
                        .getStatus()
                        .getCode())
                .isEqualTo(Code.PERMISSION_DENIED);
    }
}
