package org.yuanhu.chaincode.act;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.text.PlainText;

/** The form of free text, lists and counts inside acts. */
public final class FieldRules {
    /** Characters of a name: of a region, cooperative, commodity, product, scheme or step. */
    public static final int NAME = 100;
    /** Characters of a reason. */
    public static final int REASON = 500;

    private FieldRules() {}

    /**
     * Refuses text that is empty, longer than the limit, or not plain.
     *
     * @throws RefusedException FM-34 its length, its ends or its normal form; FM-35 a character in it
     * @see PlainText
     */
    public static void mustBeText(String field, String text, int limit) {
        if (text.isEmpty()) {
            throw refused(field, text, limit);
        }
        mustBeTextOrEmpty(field, text, limit);
    }

    /**
     * The same, but it may be empty.
     *
     * @throws RefusedException FM-34, FM-35
     */
    public static void mustBeTextOrEmpty(String field, String text, int limit) {
        if (text.codePointCount(0, text.length()) > limit) {
            throw refused(field, text, limit);
        }
        int[] codePoints = text.codePoints().toArray();
        for (int at = 0; at < codePoints.length; at++) {
            if (!PlainText.mayHave(codePoints[at])) {
                String hex = Integer.toHexString(codePoints[at]).toUpperCase(Locale.ROOT);
                throw RefusedException.by(Rule.FM_35)
                        .with("field", field)
                        .with("character", "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex)
                        .with("place", at + 1)
                        .build();
            }
        }
        if (!PlainText.isPlain(text)) {
            throw refused(field, text, limit);
        }
    }

    /** Whether {@link #mustBeTextOrEmpty} accepts it. */
    public static boolean isText(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit && PlainText.isPlain(text);
    }

    /**
     * Refuses to go without a field that acts recorded earlier may lack.
     *
     * @return its value
     * @throws RefusedException DC-03
     */
    public static <T> T mustBeGiven(String field, Optional<T> value) {
        return value.orElseThrow(
                () -> RefusedException.by(Rule.DC_03).with("field", field).build());
    }

    /**
     * Refuses a number below the least.
     *
     * @throws RefusedException FM-29
     */
    public static void mustBeAtLeast(String field, long value, long least) {
        if (value < least) {
            throw RefusedException.by(Rule.FM_29)
                    .with("field", field)
                    .with("value", value)
                    .with("least", least)
                    .build();
        }
    }

    /**
     * Refuses a list that has not 1 to {@code limit} entries.
     *
     * @throws RefusedException FM-29 if it is empty, FM-26 if it is longer
     */
    public static void mustHaveSome(String field, Collection<?> entries, int limit) {
        mustBeAtLeast(field, entries.size(), 1);
        Limits.mustHold(field, entries.size(), limit);
    }

    /**
     * Holds the rules of each entry.
     *
     * @throws RefusedException as the entry does, with the path to it, such as {@code lines[3].quantity}, as its field
     */
    public static void mustEachBeValid(String field, List<? extends Incoming> entries) {
        for (int i = 0; i < entries.size(); i++) {
            try {
                entries.get(i).validate();
            } catch (RefusedException refused) {
                throw inside(field + "[" + i + "]", refused);
            }
        }
    }

    private static RefusedException inside(String path, RefusedException refused) {
        if (!(refused.arguments().get("field") instanceof String own)) {
            return refused;
        }
        Map<String, Object> arguments = new LinkedHashMap<>(refused.arguments());
        arguments.put("field", path + "." + own);
        return new RefusedException(refused.rule(), arguments);
    }

    private static RefusedException refused(String field, String text, int limit) {
        return RefusedException.by(Rule.FM_34)
                .with("field", field)
                .with("value", text)
                .with("limit", limit)
                .build();
    }
}
