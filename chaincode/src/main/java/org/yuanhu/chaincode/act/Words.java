package org.yuanhu.chaincode.act;

import java.text.Normalizer;
import java.util.List;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** The form of free text, lists and counts inside acts. */
public final class Words {
    /** Characters of a name: of a region, cooperative, commodity, product, scheme or step. */
    public static final int NAME = 100;
    /** Characters of a reason. */
    public static final int REASON = 500;

    private Words() {}

    /**
     * Refuses text that is empty, blank at an end, longer than the limit, not in Unicode normal form C, or holds control
     * characters.
     *
     * @throws RefusedException FM-34
     */
    public static void mustBeText(String field, String text, int limit) {
        if (text.isEmpty()) {
            throw RefusedException.by(Rule.FM_34)
                    .with("field", field)
                    .with("value", text)
                    .with("limit", limit)
                    .build();
        }
        mustBeTextOrEmpty(field, text, limit);
    }

    /**
     * The same, but it may be empty.
     *
     * @throws RefusedException FM-34
     */
    public static void mustBeTextOrEmpty(String field, String text, int limit) {
        if (!isText(text, limit)) {
            throw RefusedException.by(Rule.FM_34)
                    .with("field", field)
                    .with("value", text)
                    .with("limit", limit)
                    .build();
        }
    }

    /** Whether {@link #mustBeTextOrEmpty} accepts it. */
    public static boolean isText(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                && text.equals(text.strip())
                && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && text.codePoints().noneMatch(Words::isUnprintable);
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

    private static boolean isUnprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
