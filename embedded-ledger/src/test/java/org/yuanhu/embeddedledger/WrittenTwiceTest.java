package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.junit.jupiter.api.Test;

/** One transaction that writes a key twice writes what it wrote last, as Fabric's read/write sets do. */
class WrittenTwiceTest extends LedgerTest {
    @Test
    void theLastOfTwoValuesCountsAndStandsAloneInTheWriteSet() throws Exception {
        Transaction endorsed = contract.newProposal("putOver")
                .addArguments("key", "first", "last")
                .build()
                .endorse();
        assertThat(Envelopes.publicSet(endorsed).getWritesList())
                .extracting(KVWrite::getKey, write -> write.getValue().toStringUtf8())
                .containsExactly(org.assertj.core.api.Assertions.tuple("key", "last"));
        endorsed.submit();
        assertThat(evaluate("get", "key")).isEqualTo("last");
    }

    @Test
    void aKeyThatIsWrittenAndThenDeletedIsGone() throws Exception {
        submit("put", "key", "before");
        submit("putOver", "key", "first", "");
        assertThat(evaluate("get", "key")).isEmpty();
        assertThat(evaluate("range", "", "")).isEmpty();
    }

    @Test
    void aPrivateKeyWrittenTwiceHoldsTheLastValue() throws Exception {
        submitAsMembers("putSecretOver", "key", "first", "last");
        assertThat(evaluate("getSecret", "key")).isEqualTo("last");
        List<?> hashed = Envelopes.readWriteSet(Envelopes.envelope(contract.newProposal("putSecretOver")
                        .addArguments("other", "first", "last")
                        .setEndorsingOrganizations(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)
                        .build()
                        .endorse()))
                .getNsRwset(0)
                .getCollectionHashedRwsetList();
        assertThat(hashed).hasSize(1);
    }
}
