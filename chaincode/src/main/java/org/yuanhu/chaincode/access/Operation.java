package org.yuanhu.chaincode.access;

import java.util.Arrays;
import java.util.Optional;

/** Every function of the chaincode, by the name a client calls it with. An act's document and event carry the same name. */
public enum Operation {
    ADMIT_REGION("registry:admitRegion"),
    ADMIT_COOPERATIVE("registry:admitCooperative"),
    ADMIT_RUN_BLOCK("registry:admitRunBlock"),
    ADMIT_COMPANY_PREFIX("registry:admitCompanyPrefix"),
    ENROL("household:enrol"),
    ERASE("household:erase"),
    VOUCH("household:vouch"),
    SUSPEND("household:suspend"),
    REINSTATE("household:reinstate"),
    WITHDRAW("household:withdraw"),
    CONSENT("household:consent"),
    DISCLOSE("household:disclose"),
    JOIN("membership:join"),
    LEAVE("membership:leave"),
    DEFINE_COMMODITY("catalogue:defineCommodity"),
    REGISTER_PRODUCT("catalogue:registerProduct"),
    DEFINE_SCHEME("recognition:defineScheme"),
    APPLY("recognition:apply"),
    ADVANCE("recognition:advance"),
    REVOKE("recognition:revoke"),
    SET_YIELD("ceiling:setYield"),
    PROPOSE("ceiling:propose"),
    CONFIRM("ceiling:confirm"),
    ALLOT("ceiling:allot"),
    RECORD_SHEET("intake:record"),
    PACK("batch:pack"),
    ASSIGN_RUN("label:assignRun"),
    ATTEST("attest:attest"),
    GET("read:get"),
    LIST("read:list");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    /** The function's name as called, such as {@code intake:record}. */
    public String text() {
        return text;
    }

    /** The operation called so, if there is one. */
    public static Optional<Operation> of(String text) {
        return Arrays.stream(values())
                .filter(operation -> operation.text.equals(text))
                .findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
