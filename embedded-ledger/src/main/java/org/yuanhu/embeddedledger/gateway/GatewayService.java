package org.yuanhu.embeddedledger.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.yuanhu.embeddedledger.commit.Committer;
import org.yuanhu.embeddedledger.commit.LedgerTransaction;
import org.yuanhu.embeddedledger.commit.SubmitRefusedException;
import org.yuanhu.embeddedledger.commit.TransactionIntake;
import org.yuanhu.embeddedledger.store.BlockUpdate;
import org.yuanhu.embeddedledger.store.PublicStore;
import org.yuanhu.embeddedledger.store.StoreException;
import org.yuanhu.embeddedledger.store.TransactionRecord;

/** Fabric's Gateway service for one channel and chaincode. */
public final class GatewayService extends GatewayGrpc.GatewayImplBase {
    private static final System.Logger LOG = System.getLogger(GatewayService.class.getName());

    private final ProposalDesk desk;
    private final TransactionIntake intake;
    private final Committer committer;
    private final PublicStore store;
    private final SignedRequests signedRequests;
    private final CommitNotices notices;
    private final Executor executor;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    /** A service over a running ledger; the committer's listener must be {@link #committed}. */
    public GatewayService(
            ProposalDesk desk,
            TransactionIntake intake,
            Committer committer,
            PublicStore store,
            SignedRequests signedRequests,
            Executor executor) {
        this.desk = desk;
        this.intake = intake;
        this.committer = committer;
        this.store = store;
        this.signedRequests = signedRequests;
        this.notices = new CommitNotices(store, executor);
        this.executor = executor;
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> client) {
        answer(client, () -> desk.evaluate(request));
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> client) {
        answer(client, () -> desk.endorse(request));
    }

    /** Answers once the transaction's block is synced, valid or not: what was accepted cannot be lost. */
    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> client) {
        LedgerTransaction transaction;
        try {
            transaction = read(request);
        } catch (RuntimeException e) {
            client.onError(rpc(e));
            return;
        }
        CompletionStage<TransactionRecord> ordered = committer.submit(transaction);
        ordered.whenComplete((outcome, refused) -> {
            if (refused != null) {
                client.onError(rpc(refused));
            } else {
                desk.forget(transaction);
                send(client, SubmitResponse.getDefaultInstance());
            }
        });
    }

    private LedgerTransaction read(SubmitRequest request) {
        if (!request.hasPreparedTransaction()) {
            throw Errors.of(Code.INVALID_ARGUMENT, "a prepared transaction is required");
        }
        Envelope envelope = request.getPreparedTransaction();
        if (envelope.getSignature().isEmpty()) {
            throw Errors.of(Code.INVALID_ARGUMENT, "prepared transaction must be signed");
        }
        try {
            return intake.read(envelope);
        } catch (SubmitRefusedException e) {
            throw Errors.submitting(e);
        }
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest signed, StreamObserver<CommitStatusResponse> client) {
        CommitStatusRequest request;
        try {
            request = statusRequest(signed);
        } catch (RuntimeException e) {
            client.onError(rpc(e));
            return;
        }
        CommitNotices.Notice notice = notices.of(request.getTransactionId());
        if (client instanceof ServerCallStreamObserver<CommitStatusResponse> call) {
            call.setOnCancelHandler(() -> notices.forget(request.getTransactionId(), notice));
        }
        notice.outcome()
                .thenAccept(entry -> send(
                        client,
                        CommitStatusResponse.newBuilder()
                                .setResult(entry.code())
                                .setBlockNumber(entry.block())
                                .build()));
    }

    private CommitStatusRequest statusRequest(SignedCommitStatusRequest signed) {
        CommitStatusRequest request;
        try {
            request = CommitStatusRequest.parseFrom(signed.getRequest());
        } catch (InvalidProtocolBufferException e) {
            throw Errors.of(Code.INVALID_ARGUMENT, "invalid status request: " + e.getMessage());
        }
        if (signed.getRequest().isEmpty()) {
            throw Errors.of(Code.INVALID_ARGUMENT, "a commit status request is required");
        }
        if (request.getTransactionId().isEmpty()) {
            throw Errors.of(Code.INVALID_ARGUMENT, "transaction ID should not be empty");
        }
        signedRequests.check(request.getChannelId(), request.getIdentity(), signed.getRequest(), signed.getSignature());
        return request;
    }

    @Override
    public void chaincodeEvents(SignedChaincodeEventsRequest signed, StreamObserver<ChaincodeEventsResponse> client) {
        ServerCallStreamObserver<ChaincodeEventsResponse> call =
                (ServerCallStreamObserver<ChaincodeEventsResponse>) client;
        EventStream stream;
        try {
            ChaincodeEventsRequest request = eventsRequest(signed);
            long start = store.transaction(request.getAfterTransactionId())
                    .map(TransactionRecord::block)
                    .orElseGet(() -> start(request.getStartPosition()));
            stream = new EventStream(
                    store, call, executor, request.getChaincodeId(), start, request.getAfterTransactionId());
        } catch (RuntimeException e) {
            client.onError(rpc(e));
            return;
        }
        call.setOnReadyHandler(stream::poke);
        call.setOnCancelHandler(() -> streams.remove(stream));
        streams.add(stream);
        stream.poke();
    }

    private ChaincodeEventsRequest eventsRequest(SignedChaincodeEventsRequest signed) {
        if (signed.getRequest().isEmpty()) {
            throw Errors.of(Code.INVALID_ARGUMENT, "a chaincode events request is required");
        }
        try {
            ChaincodeEventsRequest request = ChaincodeEventsRequest.parseFrom(signed.getRequest());
            signedRequests.check(
                    request.getChannelId(), request.getIdentity(), signed.getRequest(), signed.getSignature());
            return request;
        } catch (InvalidProtocolBufferException e) {
            throw Errors.of(Code.INVALID_ARGUMENT, "invalid chaincode events request: " + e.getMessage());
        }
    }

    private long start(SeekPosition position) {
        return switch (position.getTypeCase()) {
            case TYPE_NOT_SET, NEXT_COMMIT -> store.height();
            case SPECIFIED -> atMost(position.getSpecified().getNumber());
            default -> throw Errors.of(Code.INVALID_ARGUMENT, "invalid start position type: " + position.getTypeCase());
        };
    }

    /** An unsigned number; a block beyond what a long can count is never written. */
    private static long atMost(long unsigned) {
        return unsigned < 0 ? Long.MAX_VALUE : unsigned;
    }

    /** Tells those who wait that a block is written. */
    public void committed(BlockUpdate block) {
        notices.committed(block);
        streams.forEach(EventStream::poke);
    }

    /** Ends the streams that would never end by themselves. */
    public void close() {
        streams.forEach(EventStream::end);
    }

    private interface Answer<T> {
        T give();
    }

    private static <T> void answer(StreamObserver<T> client, Answer<T> answer) {
        T value;
        try {
            value = answer.give();
        } catch (RuntimeException e) {
            client.onError(rpc(e));
            return;
        }
        send(client, value);
    }

    private static <T> void send(StreamObserver<T> client, T value) {
        try {
            client.onNext(value);
            client.onCompleted();
        } catch (StatusRuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "the client went away before its answer", e);
        }
    }

    private static StatusRuntimeException rpc(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof StatusRuntimeException status) {
            return status;
        }
        if (cause instanceof SubmitRefusedException refused) {
            return Errors.submitting(refused);
        }
        if (cause instanceof StoreException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "a request could not be answered: {0}", unreadable.getMessage());
            return Errors.of(Code.UNAVAILABLE, String.valueOf(unreadable.getMessage()));
        }
        LOG.log(System.Logger.Level.ERROR, "a request failed", cause);
        return Errors.of(Code.INTERNAL, "the ledger failed: " + cause.getMessage());
    }
}
