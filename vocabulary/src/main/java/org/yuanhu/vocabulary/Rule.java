package org.yuanhu.vocabulary;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
    LB_11(Kind.INVALID);

    private static final Map<String, Rule> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Rule::id, rule -> rule));

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
        return Optional.ofNullable(BY_ID.get(id));
    }
}
