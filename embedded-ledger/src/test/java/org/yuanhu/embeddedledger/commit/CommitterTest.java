package org.yuanhu.embeddedledger.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
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
import org.yuanhu.embeddedledger.store.Version;
import org.yuanhu.embeddedledger.store.Versioned;

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
                        "the ledger takes no transaction: it could not write and tries again every second (the"
                                + " reason)");
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

    @Test
    void theLaterOfTwoTransactionsOfOneBlockThatWriteAKeyCounts() throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        Thread holding = new Thread(() -> {
            try {
                committer.between(() -> awaitQuietly(together));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        holding.start();
        CompletableFuture<TransactionRecord> earlier = committer.submit(writing("earlier"));
        CompletableFuture<TransactionRecord> later = committer.submit(writing("later"));
        together.countDown();
        assertThat(await(earlier).block()).isEqualTo(await(later).block());
        Versioned value = Objects.requireNonNull(store.current().state("key"));
        assertThat(new String(value.value(), StandardCharsets.UTF_8)).isEqualTo("later");
        assertThat(value.version())
                .isEqualTo(new Version(await(later).block(), await(later).position()));
        holding.join();
    }

    private static void awaitQuietly(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static LedgerTransaction writing(String value) {
        LedgerTransaction plain = transaction(value);
        KVRWSet set = KVRWSet.newBuilder()
                .addWrites(KVWrite.newBuilder().setKey("key").setValue(ByteString.copyFromUtf8(value)))
                .build();
        return new LedgerTransaction(
                plain.id(), plain.envelope(), plain.code(), set, Map.of(), List.of(), plain.results());
    }
}
