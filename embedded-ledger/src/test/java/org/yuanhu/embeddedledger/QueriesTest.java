package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.junit.jupiter.api.Test;

class QueriesTest extends LedgerTest {
    @Test
    void givesARangeInByteOrderWithItsEndLeftOut() throws Exception {
        // U+1F33E lies above U+FB01, though its UTF-16 units sort below
        for (String key : List.of("b", "a", "c", "\uFB01", "\uD83C\uDF3E")) {
            submit("put", key, "1");
        }
        assertThat(evaluate("range", "a", "c")).isEqualTo("a=1,b=1");
        assertThat(evaluate("range", "b", "")).isEqualTo("b=1,c=1,\uFB01=1,\uD83C\uDF3E=1");
    }

    @Test
    void keepsCompositeKeysOutOfPlainRanges() throws Exception {
        submit("put", "plain", "1");
        submit("putComposite", "owner", "li", "7", "x");
        submit("putComposite", "owner", "li", "8", "y");
        submit("putComposite", "owner", "wang", "9", "z");
        assertThat(evaluate("range", "", "")).isEqualTo("plain=1");
        assertThat(evaluate("composite", "owner", "li").replace('\0', '/')).isEqualTo("/owner/li/7/=x,/owner/li/8/=y");
    }

    @Test
    void pagesThroughARangeByBookmark() throws Exception {
        for (int i = 0; i < 7; i++) {
            submit("put", "k" + i, "" + i);
        }
        assertThat(evaluate("page", "", "", "3", "")).isEqualTo("k0,k1,k2|3|k3");
        assertThat(evaluate("page", "", "", "3", "k3")).isEqualTo("k3,k4,k5|3|k6");
        assertThat(evaluate("page", "", "", "3", "k6")).isEqualTo("k6|1|");
        assertThat(evaluate("page", "", "", "7", "")).isEqualTo("k0,k1,k2,k3,k4,k5,k6|7|");
    }

    @Test
    void pagesThroughCompositeKeys() throws Exception {
        for (String owner : List.of("li", "wang", "zhao")) {
            submit("putComposite", "owner", owner, "1", "x");
        }
        String first = evaluate("compositePage", "owner", "2", "");
        String bookmark = first.substring(first.lastIndexOf('|') + 1);
        assertThat(bookmark.replace('\0', '/')).isEqualTo("/owner/zhao/1/");
        assertThat(evaluate("compositePage", "owner", "2", bookmark).replace('\0', '/'))
                .isEqualTo("/owner/zhao/1/|1|");
    }

    @Test
    void refusesToWriteAfterAPagedQueryAsFabricDoes() {
        assertThatThrownBy(() -> contract.submitTransaction("pageThenPut", "a", "1"))
                .satisfies(thrown -> assertThat(said(thrown))
                        .contains("Transaction has already performed a paginated query. Writes are not allowed"));
    }

    @Test
    void notesWhatAPeerWouldHaveReadWhenChaincodeStopsEarly() throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 100; i < 230; i++) {
            keys.add("k" + i);
        }
        for (String key : keys) {
            submit("put", key, "1");
        }
        RangeQueryInfo first = range(contract.newProposal("first")
                .addArguments("k", "l", "out")
                .build()
                .endorse());
        assertThat(first.getItrExhausted()).isFalse();
        assertThat(first.getEndKey()).as("a batch of 100 and one further").isEqualTo("k200");

        RangeQueryInfo all = range(contract.newProposal("countInto")
                .addArguments("k", "l", "out")
                .build()
                .endorse());
        assertThat(all.getItrExhausted()).isTrue();
        assertThat(all.getEndKey()).isEqualTo("l");
        assertThat(all.getReadsMerkleHashes().getMaxDegree()).isEqualTo(50);
        assertThat(all.getReadsMerkleHashes().getMaxLevel()).isEqualTo(1);
        assertThat(all.getReadsMerkleHashes().getMaxLevelHashesList())
                .as("51, 51 and 28 results")
                .hasSize(3);
    }

    private static RangeQueryInfo range(Transaction endorsed) throws Exception {
        KVRWSet set = Envelopes.publicSet(endorsed);
        assertThat(set.getRangeQueriesInfoCount()).isEqualTo(1);
        return set.getRangeQueriesInfo(0);
    }
}
