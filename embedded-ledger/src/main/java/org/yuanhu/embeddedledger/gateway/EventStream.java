package org.yuanhu.embeddedledger.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.yuanhu.embeddedledger.store.PublicStore;

/**
 * The events of one chaincode, block by block, to one client. It holds no thread: it runs when a block is written and
 * when the client is ready for more, one run at a time.
 */
final class EventStream {
    private final PublicStore store;
    private final ServerCallStreamObserver<ChaincodeEventsResponse> client;
    private final Executor executor;
    private final String chaincode;
    private final AtomicInteger wanted = new AtomicInteger();
    private String after;
    private long next;
    private volatile boolean ended;

    /**
     * A stream.
     *
     * @param next first block to send events of
     * @param after transaction id after which to begin, empty for all
     */
    EventStream(
            PublicStore store,
            ServerCallStreamObserver<ChaincodeEventsResponse> client,
            Executor executor,
            String chaincode,
            long next,
            String after) {
        this.store = store;
        this.client = client;
        this.executor = executor;
        this.chaincode = chaincode;
        this.next = next;
        this.after = after;
    }

    /** Has the stream look whether there is something to send. */
    void poke() {
        if (wanted.getAndIncrement() == 0) {
            executor.execute(this::run);
        }
    }

    private void run() {
        int seen;
        do {
            seen = wanted.get();
            send();
        } while (!wanted.compareAndSet(seen, 0));
    }

    private void send() {
        try {
            while (!ended && !client.isCancelled() && client.isReady() && next < store.height()) {
                ChaincodeEventsResponse events = events(next);
                next++;
                if (events.getEventsCount() > 0) {
                    client.onNext(events);
                }
            }
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            ended = true;
            client.onError(Errors.of(Code.ABORTED, "block " + next + " cannot be read: " + e.getMessage()));
        }
    }

    /** Ends the stream because the ledger closes. */
    void end() {
        if (!ended) {
            ended = true;
            client.onError(Errors.of(Code.UNAVAILABLE, "the ledger is closing"));
        }
    }

    private ChaincodeEventsResponse events(long number) throws InvalidProtocolBufferException {
        Block block = store.block(number).orElseThrow();
        ByteString codes = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        ChaincodeEventsResponse.Builder events =
                ChaincodeEventsResponse.newBuilder().setBlockNumber(number);
        for (int position = 0; position < block.getData().getDataCount(); position++) {
            boolean valid = codes.byteAt(position) == TxValidationCode.VALID_VALUE;
            Payload payload = Payload.parseFrom(
                    Envelope.parseFrom(block.getData().getData(position)).getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            if (header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE) {
                add(events, header.getTxId(), valid, payload);
            }
        }
        return events.build();
    }

    private void add(ChaincodeEventsResponse.Builder events, String transactionId, boolean valid, Payload payload)
            throws InvalidProtocolBufferException {
        if (!after.isEmpty()) {
            after = after.equals(transactionId) ? "" : after;
            return;
        }
        if (!valid) {
            return;
        }
        ChaincodeActionPayload action = ChaincodeActionPayload.parseFrom(
                Transaction.parseFrom(payload.getData()).getActions(0).getPayload());
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
        ByteString bytes = ChaincodeAction.parseFrom(response.getExtension()).getEvents();
        ChaincodeEvent event = ChaincodeEvent.parseFrom(bytes);
        if (!bytes.isEmpty() && event.getChaincodeId().equals(chaincode)) {
            events.addEvents(event);
        }
    }
}
