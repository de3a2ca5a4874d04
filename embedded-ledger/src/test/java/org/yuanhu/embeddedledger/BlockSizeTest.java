package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;

/** No block is larger than 16 MiB, however large the transactions are that wait for it. */
class BlockSizeTest extends LedgerTest {
    private static final int MOST_BYTES = 16 << 20;

    private Transaction endorsed(String key, int bytes) throws Exception {
        return contract.newProposal("put")
                .addArguments(key, "x".repeat(bytes)) // it stands in the arguments and in the write
                .build()
                .endorse();
    }

    @Test
    void largeTransactionsThatWaitTogetherGoIntoBlocksOfTheirOwn() throws Exception {
        List<Transaction> large = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            large.add(endorsed("k" + i, 5 << 20));
        }
        List<Thread> submitting = large.stream()
                .map(transaction -> new Thread(() -> submitted(transaction)))
                .toList();
        submitting.forEach(Thread::start);
        for (Thread thread : submitting) {
            thread.join();
        }
        int transactions = 0;
        for (long number = 1; number < ledger.height(); number++) {
            var block = ledger.block(number).orElseThrow();
            assertThat(block.getSerializedSize()).isLessThanOrEqualTo(MOST_BYTES);
            transactions += block.getData().getDataCount();
        }
        assertThat(transactions).isEqualTo(large.size());
    }

    private static void submitted(Transaction transaction) {
        try {
            SubmittedTransaction submitted = transaction.submitAsync();
            assertThat(submitted.getStatus().isSuccessful()).isTrue();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTransactionThatFitsIntoNoBlockIsRefused() throws Exception {
        Transaction tooLarge = endorsed("k", 9 << 20);
        assertThatThrownBy(tooLarge::submitAsync)
                .isInstanceOfSatisfying(
                        SubmitException.class,
                        refused -> assertThat(said(refused)).contains("exceeds maximum allowed"));
        assertThat(ledger.height()).isEqualTo(1);
    }
}
