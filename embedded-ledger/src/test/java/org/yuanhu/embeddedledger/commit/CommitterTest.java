package org.yuanhu.embeddedledger.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.embeddedledger.block.Blocks;
import org.yuanhu.embeddedledger.store.BlockUpdate;
import org.yuanhu.embeddedledger.store.LedgerStore;
import org.yuanhu.embeddedledger.store.TransactionRecord;

/** Whatever is thrown in the committing thread, those who submitted are answered, and the ledger goes on. */
class CommitterTest {
    /** A hanging test must end; nothing is decided by it. */
    private static final long FOREVER_SECONDS = 60;

    @TempDir
    Path directory;

    private final List<Long> told = new ArrayList<>();
    private final AtomicReference<@Nullable Error> next = new AtomicReference<>();
    private LedgerStore store;
    private Committer committer;

    @BeforeEach
    void start() throws Exception {
        Block first = Blocks.block(0, new byte[0], List.of(ByteString.copyFromUtf8("x")), ByteString.EMPTY);
        store = LedgerStore.open(directory, () -> first);
        committer = new Committer(store, Runnable::run);
        committer.start(this::written);
    }

    @AfterEach
    void stop() throws Exception {
        committer.stop();
        store.close();
    }

    private void written(BlockUpdate block) {
        Error error = next.getAndSet(null);
        if (error != null) {
            throw error;
        }
        told.add(block.number());
    }

    private static LedgerTransaction transaction(String id) {
        ByteString channel = ChannelHeader.newBuilder().setTxId(id).build().toByteString();
        ByteString payload = Payload.newBuilder()
                .setHeader(Header.newBuilder().setChannelHeader(channel))
                .build()
                .toByteString();
        ByteString bytes = Envelope.newBuilder().setPayload(payload).build().toByteString();
        return new LedgerTransaction(
                id, bytes, TxValidationCode.VALID, KVRWSet.getDefaultInstance(), Map.of(), List.of(), bytes);
    }

    private static TransactionRecord await(CompletableFuture<TransactionRecord> outcome) throws Exception {
        return outcome.get(FOREVER_SECONDS, TimeUnit.SECONDS);
    }

    private void awaitWriting() throws Exception {
        while (committer.condition().state() != Condition.State.WRITING) {
            Thread.sleep(20);
        }
    }

    @Test
    void anErrorWhileCommittingIsToldToThoseWhoWaitAndTheLedgerGoesOn() throws Exception {
        for (Error error :
                List.of(new StackOverflowError("deep"), new OutOfMemoryError("no heap"), new AssertionError())) {
            next.set(error);
            CompletableFuture<TransactionRecord> failed = committer.submit(transaction("failed-" + error));
            assertThatThrownBy(() -> await(failed))
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(SubmitRefusedException.class);
            awaitWriting();
            assertThat(await(committer.submit(transaction("after-" + error))).code())
                    .isEqualTo(TxValidationCode.VALID);
        }
    }

    @Test
    void aBlockThatWasWrittenBeforeTheErrorIsToldOnceTheLedgerGoesOn() throws Exception {
        next.set(new AssertionError("after the block was written"));
        CompletableFuture<TransactionRecord> failed = committer.submit(transaction("one"));
        assertThatThrownBy(() -> await(failed)).hasRootCauseInstanceOf(SubmitRefusedException.class);
        awaitWriting();
        assertThat(told).containsExactly(1L);
        assertThat(store.current().transaction("one")).isPresent();
        assertThat(await(committer.submit(transaction("two"))).block()).isEqualTo(2);
    }

    @Test
    void saysWhyItTakesNothingWhileItCannotWrite() throws Exception {
        next.set(new AssertionError("the reason"));
        CompletableFuture<TransactionRecord> failed = committer.submit(transaction("one"));
        assertThatThrownBy(() -> await(failed))
                .hasRootCauseMessage(
                        "the ledger takes no transaction: it could not write and tries again every second (the reason)");
        awaitWriting();
        assertThat(committer.condition()).isEqualTo(Condition.WRITING);
    }

    @Test
    void aTaskThatEndsWithAnErrorAnswersWhoWaitsForIt() {
        assertThatThrownBy(() -> committer.between(() -> {
                    throw new AssertionError("in a task");
                }))
                .hasRootCauseMessage("in a task");
    }
}
