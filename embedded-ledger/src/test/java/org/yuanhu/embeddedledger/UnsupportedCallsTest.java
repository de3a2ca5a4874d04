package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedCallsTest extends LedgerTest {
    @ParameterizedTest
    @CsvSource({
        "history, getHistoryForKey",
        "historySwallowed, getHistoryForKey",
        "query, getQueryResult",
        "otherChaincode, invokeChaincode",
        "keyPolicy, setStateValidationParameter",
        "peerOrganisation, getMspId"
    })
    void nameTheCallWhateverChaincodeMakesOfTheException(String function, String call) {
        assertThatThrownBy(() -> contract.submitTransaction(function, "k"))
                .satisfies(thrown ->
                        assertThat(said(thrown)).contains("the single-machine ledger does not support " + call));
        assertThatThrownBy(() -> contract.evaluateTransaction(function, "k"))
                .satisfies(thrown ->
                        assertThat(said(thrown)).contains("the single-machine ledger does not support " + call));
    }
}
