package org.yuanhu.chaincode.act;

import java.util.List;
import java.util.Locale;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.text.PlainText;

/** The form of free text, lists and counts inside acts. */
public final class Words {
    /** Characters of a name: of a region, cooperative, commodity, product, scheme or step. */
    public static final int NAME = 100;
    /** Characters of a reason. */
    public static final int REASON = 500;

    private Words() {}

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
     * An unmodifiable copy of a list of 1 to {@code limit} entries.
     *
     * @throws RefusedException FM-29 if it is empty, FM-26 if it is longer
     */
    public static <T> List<T> some(String field, List<T> entries, int limit) {
        mustBeAtLeast(field, entries.size(), 1);
        Limits.mustHold(field, entries.size(), limit);
        return List.copyOf(entries);
    }

    private static RefusedException refused(String field, String text, int limit) {
        return RefusedException.by(Rule.FM_34)
                .with("field", field)
                .with("value", text)
                .with("limit", limit)
                .build();
    }
}
