package org.yuanhu.vocabulary.text;

import java.text.Normalizer;
import java.util.OptionalInt;

/**
 * Text as names, reasons and grades may be: what a reader sees is all there is.
 *
 * <p>Allowed are the code points assigned in Unicode 13, which is what Java 17 knows, without those that show nothing or change how
 * others are shown: controls, formats (zero-width, bidirectional, tags), white space other than U+0020, fillers, variation
 * selectors, replacement characters; and without private use. Both tables are files beside this class, {@code assigned.txt} and
 * {@code unseen.txt}, because every organisation must answer the same whatever Java it runs: U+16D63 is unassigned on Java 17, and
 * part of a sequence that is not normal on Java 25.
 *
 * <p>Text is in Unicode normal form C. For allowed code points every version of Unicode from 13 on agrees about that, by its
 * normalization stability policy (unicode.org/policies/stability_policy.html): "if a string contains only characters from a given
 * version of Unicode, and it is put into a normalized form in accordance with that version of Unicode, then the results will be
 * identical to the results of putting that string into a normalized form in accordance with any subsequent version".
 */
public final class PlainText {
    private static final CodePoints ASSIGNED = CodePoints.of("assigned.txt");
    private static final CodePoints UNSEEN = CodePoints.of("unseen.txt");

    private PlainText() {}

    /** Whether text may have this code point. */
    public static boolean mayHave(int codePoint) {
        return ASSIGNED.contains(codePoint) && !UNSEEN.contains(codePoint);
    }

    /** The first code point that no text may have; empty if there is none. Half a surrogate pair is one. */
    public static OptionalInt firstRefused(String text) {
        return text.codePoints().filter(codePoint -> !mayHave(codePoint)).findFirst();
    }

    /** Whether it has allowed code points only, is in normal form C and neither begins nor ends with a blank. */
    public static boolean isPlain(String text) {
        return firstRefused(text).isEmpty()
                && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && !text.startsWith(" ")
                && !text.endsWith(" ");
    }
}
