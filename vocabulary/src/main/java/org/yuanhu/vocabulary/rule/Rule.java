package org.yuanhu.vocabulary.rule;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every rule by which something is refused. Their sentences, in English and Chinese, stand in {@code rules_en.properties} and
 * {@code rules_zh.properties} beside this class and in {@code docs/rules.md}.
 *
 * <p>An id is printed, logged and searched for: it never changes its meaning and is never used again.
 */
public enum Rule {
    // IM: importing spreadsheets
    IM_01(Kind.INVALID),
    IM_02(Kind.INVALID),
    IM_03(Kind.INVALID),
    IM_04(Kind.INVALID),
    IM_05(Kind.INVALID),
    IM_06(Kind.INVALID),
    IM_07(Kind.INVALID),
    IM_08(Kind.INVALID),
    IM_09(Kind.INVALID),
    IM_10(Kind.INVALID),
    IM_11(Kind.INVALID),
    IM_12(Kind.INVALID),
    IM_13(Kind.INVALID),
    IM_14(Kind.INVALID),
    IM_15(Kind.INVALID),
    IM_16(Kind.INVALID),
    IM_17(Kind.INVALID),
    IM_18(Kind.INVALID),
    IM_19(Kind.INVALID),
    IM_20(Kind.INVALID),
    IM_21(Kind.NOT_FOUND),
    IM_22(Kind.INVALID),

    // FM: the form of a value
    FM_01(Kind.INVALID),
    FM_02(Kind.INVALID),
    FM_03(Kind.INVALID),
    FM_04(Kind.INVALID),
    FM_05(Kind.INVALID),
    FM_06(Kind.INVALID),
    FM_07(Kind.INVALID),
    FM_08(Kind.INVALID),
    FM_09(Kind.INVALID),
    FM_10(Kind.INVALID),
    FM_11(Kind.INVALID),
    FM_12(Kind.INVALID),
    FM_13(Kind.INVALID),
    FM_14(Kind.INVALID),
    FM_15(Kind.INVALID),
    FM_16(Kind.INVALID),
    FM_17(Kind.INVALID),
    FM_18(Kind.INVALID),
    FM_19(Kind.INVALID),
    FM_20(Kind.INVALID),
    FM_21(Kind.INVALID),
    FM_22(Kind.INVALID),
    FM_23(Kind.INVALID),
    FM_24(Kind.INVALID),
    FM_25(Kind.INVALID),
    FM_26(Kind.INVALID),
    FM_27(Kind.INVALID),
    FM_28(Kind.INVALID),
    FM_29(Kind.INVALID),
    FM_30(Kind.INVALID),
    FM_31(Kind.INVALID),
    FM_32(Kind.INVALID),
    FM_33(Kind.INVALID),
    FM_34(Kind.INVALID),
    FM_35(Kind.INVALID),
    FM_36(Kind.INVALID),

    // LB: labels, their printing, reading and checking
    LB_01(Kind.INVALID),
    LB_02(Kind.INVALID),
    LB_03(Kind.INVALID),
    LB_04(Kind.INVALID),
    LB_05(Kind.INVALID),
    LB_06(Kind.INVALID),
    LB_07(Kind.INVALID),
    LB_08(Kind.FORBIDDEN),
    LB_09(Kind.NOT_FOUND),
    LB_10(Kind.INVALID),
    LB_11(Kind.INVALID),
    LB_12(Kind.INVALID),
    LB_13(Kind.INVALID),

    // DC: the form of a request
    DC_01(Kind.INVALID),
    DC_02(Kind.INVALID),
    DC_03(Kind.INVALID),
    DC_04(Kind.INVALID),
    DC_05(Kind.NOT_FOUND),
    DC_06(Kind.INVALID),
    DC_07(Kind.INVALID),

    // AC: who may do what
    AC_01(Kind.FORBIDDEN),
    AC_02(Kind.FORBIDDEN),
    AC_03(Kind.FORBIDDEN),
    AC_04(Kind.FORBIDDEN),
    AC_05(Kind.FORBIDDEN),
    AC_06(Kind.FORBIDDEN),
    AC_07(Kind.FORBIDDEN),

    // ID: one act, one id
    ID_01(Kind.CONFLICT),

    // RG: regions, cooperatives, blocks of run numbers
    RG_01(Kind.NOT_FOUND),
    RG_02(Kind.CONFLICT),
    RG_03(Kind.INVALID),
    RG_04(Kind.NOT_FOUND),
    RG_05(Kind.CONFLICT),
    RG_06(Kind.CONFLICT),
    RG_07(Kind.CONFLICT),
    RG_08(Kind.FORBIDDEN),

    // HH: households
    HH_01(Kind.NOT_FOUND),
    HH_02(Kind.STALE),
    HH_03(Kind.STALE),
    HH_04(Kind.CONFLICT),
    HH_05(Kind.INVALID),
    HH_06(Kind.CONFLICT),
    HH_07(Kind.CONFLICT),
    HH_08(Kind.STALE),
    HH_09(Kind.NOT_FOUND),
    HH_10(Kind.FORBIDDEN),
    HH_11(Kind.NOT_FOUND),
    HH_12(Kind.INVALID),
    HH_13(Kind.INVALID),
    HH_14(Kind.INVALID),

    // MM: membership
    MM_01(Kind.INVALID),
    MM_02(Kind.CONFLICT),
    MM_03(Kind.INVALID),

    // CT: commodities and products
    CT_01(Kind.NOT_FOUND),
    CT_02(Kind.CONFLICT),
    CT_03(Kind.NOT_FOUND),
    CT_04(Kind.CONFLICT),
    CT_05(Kind.INVALID),
    CT_06(Kind.INVALID),
    CT_07(Kind.CONFLICT),
    CT_08(Kind.CONFLICT),
    CT_09(Kind.FORBIDDEN),

    // RC: recognition of products
    RC_01(Kind.NOT_FOUND),
    RC_02(Kind.CONFLICT),
    RC_03(Kind.NOT_FOUND),
    RC_04(Kind.CONFLICT),
    RC_05(Kind.STALE),
    RC_06(Kind.FORBIDDEN),
    RC_07(Kind.INVALID),
    RC_08(Kind.STALE),
    RC_09(Kind.STALE),
    RC_10(Kind.INVALID),
    RC_11(Kind.INVALID),
    RC_12(Kind.INVALID),
    RC_13(Kind.INVALID),
    RC_14(Kind.INVALID),

    // CL: ceilings and allotments
    CL_01(Kind.NOT_FOUND),
    CL_02(Kind.BALANCE),
    CL_03(Kind.FORBIDDEN),
    CL_04(Kind.NOT_FOUND),
    CL_05(Kind.STALE),
    CL_06(Kind.FORBIDDEN),
    CL_07(Kind.NOT_FOUND),
    CL_08(Kind.BALANCE),
    CL_09(Kind.BALANCE),
    CL_10(Kind.CONFLICT),
    CL_11(Kind.STALE),

    // IN: intake sheets
    IN_01(Kind.NOT_FOUND),
    IN_02(Kind.INVALID),

    // MB: mass balance
    MB_01(Kind.BALANCE),
    MB_02(Kind.BALANCE),
    MB_03(Kind.BALANCE),
    MB_04(Kind.BALANCE),

    // BT: batches
    BT_01(Kind.NOT_FOUND),
    BT_02(Kind.CONFLICT),
    BT_03(Kind.INVALID),
    BT_04(Kind.NOT_FOUND),
    BT_05(Kind.INVALID),
    BT_06(Kind.CONFLICT),
    BT_07(Kind.INVALID),
    BT_08(Kind.INVALID),
    BT_09(Kind.INVALID),

    // RN: print runs
    RN_01(Kind.FORBIDDEN),
    RN_02(Kind.CONFLICT),
    RN_03(Kind.INVALID),
    RN_04(Kind.STALE),
    RN_05(Kind.INVALID),
    RN_06(Kind.STALE),
    RN_07(Kind.NOT_FOUND),
    RN_08(Kind.INVALID),
    RN_09(Kind.INVALID),

    // RD: reads
    RD_01(Kind.NOT_FOUND),
    RD_02(Kind.NOT_FOUND),
    RD_03(Kind.INVALID),

    // LG: what the ledger itself refuses before the rule book is asked
    LG_01(Kind.FORBIDDEN),
    LG_02(Kind.FORBIDDEN),
    LG_03(Kind.FORBIDDEN),
    LG_04(Kind.FORBIDDEN),
    LG_05(Kind.FORBIDDEN),
    LG_06(Kind.INVALID),
    LG_07(Kind.CONFLICT),
    LG_10(Kind.UNAVAILABLE);

    private final String id;
    private final Kind kind;

    Rule(Kind kind) {
        this.id = name().replace('_', '-');
        this.kind = kind;
    }

    /** The id as written in messages and documents, such as {@code FM-01}. */
    public String id() {
        return id;
    }

    /** What sort of refusal it is. */
    public Kind kind() {
        return kind;
    }

    /** The rule with this id, if there is one. */
    public static Optional<Rule> ofId(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }
}
