package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class ConflictsTest extends LedgerTest {
    private Transaction endorse(String function, String... arguments) throws Exception {
        return contract.newProposal(function).addArguments(arguments).build().endorse();
    }

    private static TxValidationCode code(Transaction endorsed) throws Exception {
        return endorsed.submitAsync().getStatus().getCode();
    }

    @Test
    void invalidatesATransactionWhoseReadWasOverwritten() throws Exception {
        Transaction late = endorse("add", "a", "late");
        submit("put", "a", "first");
        assertThatThrownBy(late::submit)
                .isInstanceOf(CommitException.class)
                .satisfies(thrown -> assertThat(((CommitException) thrown).getCode())
                        .isEqualTo(TxValidationCode.MVCC_READ_CONFLICT));
        assertThat(evaluate("get", "a")).isEqualTo("first");
    }

    @Test
    void letsOneOfManySimultaneousReadersOfAKeyThrough() throws Exception {
        List<Transaction> rivals = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rivals.add(endorse("add", "a", "x"));
        }
        List<SubmittedTransaction> submitted = new ArrayList<>();
        for (Transaction rival : rivals) {
            submitted.add(rival.submitAsync());
        }
        int valid = 0;
        for (SubmittedTransaction transaction : submitted) {
            valid += transaction.getStatus().isSuccessful() ? 1 : 0;
        }
        assertThat(valid).isEqualTo(1);
        assertThat(evaluate("get", "a")).isEqualTo("x");
    }

    @Test
    void seesAPhantomAtTheEndAndInTheMiddleOfARange() throws Exception {
        submit("put", "k1", "1");
        submit("put", "k3", "1");
        Transaction middle = endorse("countInto", "k", "l", "count");
        submit("put", "k2", "1");
        assertThat(code(middle)).isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);

        Transaction end = endorse("countInto", "k", "l", "count");
        submit("put", "k9", "1");
        assertThat(code(end)).isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);

        Transaction changed = endorse("countInto", "k", "l", "count");
        submit("put", "k1", "2");
        assertThat(code(changed)).isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);

        Transaction removed = endorse("countInto", "k", "l", "count");
        submit("delete", "k1");
        assertThat(code(removed)).isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);
    }

    @Test
    void letsARangeThroughWhenOnlyItsOutsideChanged() throws Exception {
        submit("put", "k1", "1");
        Transaction counted = endorse("countInto", "k", "l", "count");
        submit("put", "l", "1");
        submit("put", "j", "1");
        assertThat(code(counted)).isEqualTo(TxValidationCode.VALID);
        assertThat(evaluate("get", "count")).isEqualTo("1");
    }

    @Test
    void seesAPhantomInALongRange() throws Exception {
        for (int i = 100; i < 230; i++) {
            submit("put", "k" + i, "1");
        }
        Transaction same = endorse("countInto", "k", "l", "count");
        assertThat(code(same)).isEqualTo(TxValidationCode.VALID);
        Transaction counted = endorse("countInto", "k", "l", "count");
        submit("put", "k150a", "1");
        assertThat(code(counted)).isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);

        Transaction early = endorse("first", "k", "l", "out");
        submit("put", "k229a", "1");
        assertThat(code(early)).as("beyond what was read").isEqualTo(TxValidationCode.VALID);
        Transaction within = endorse("first", "k", "l", "out");
        submit("put", "k150b", "1");
        assertThat(code(within)).as("within the batch a peer reads").isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);
    }

    @Test
    void invalidatesATransactionWithTooFewOrganisations() throws Exception {
        Transaction two = contract.newProposal("put")
                .addArguments("a", "1")
                .setEndorsingOrganizations(TestChannel.PLATFORM, TestChannel.AUDITOR)
                .build()
                .endorse();
        assertThat(code(two)).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        Transaction three = contract.newProposal("put")
                .addArguments("a", "1")
                .setEndorsingOrganizations(TestChannel.COOPERATIVE, TestChannel.PLATFORM, TestChannel.AUDITOR)
                .build()
                .endorse();
        assertThat(code(three)).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void invalidatesAPrivateReadWhoseValueWasReplaced() throws Exception {
        putSecret("s", "one");
        Transaction hashed = endorse("hashInto", "s", "copy");
        putSecret("s", "two");
        assertThat(code(hashed)).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
    }

    @Test
    void aTransactionThatWritesNothingFallsUnderThePolicyForPublicKeys() throws Exception {
        submit("put", "read", "1");
        assertThat(codeOf(List.of(TestChannel.AUDITOR, TestChannel.PLATFORM)))
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(codeOf(List.of(TestChannel.AUDITOR, TestChannel.PLATFORM, TestChannel.GOVERNMENT)))
                .isEqualTo(TxValidationCode.VALID);
    }

    private TxValidationCode codeOf(List<String> endorsers) throws Exception {
        return contract.newProposal("get")
                .addArguments("read")
                .setEndorsingOrganizations(endorsers.toArray(String[]::new))
                .build()
                .endorse()
                .submitAsync()
                .getStatus()
                .getCode();
    }
}
