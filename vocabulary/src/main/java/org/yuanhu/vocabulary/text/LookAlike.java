package org.yuanhu.vocabulary.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import org.yuanhu.vocabulary.Hash;

/**
 * When two names look the same to who reads them on a label or a page.
 *
 * <p>Two names do whose forms are equal. The form replaces each code point of normal form D by what {@code look-alikes.txt}, a file beside this
 * class, has for it, and is put into normal form C. The file was made once, code point by code point, of Unicode 13: compatibility
 * forms (full-width letters, circled digits) and case are folded, Unicode's confusable characters (UTS 39: Cyrillic, Greek and
 * Roman letters of one shape, CJK radicals and katakana of the shape of an ideograph) become one of them, {@code i}, {@code l}
 * and {@code 1} too, some ideographs that differ by the length of a stroke as well, and blanks and punctuation go,
 * but between two digits, where 1.5 is not 15. Traditional and simplified characters do not look the same.
 */
public final class LookAlike {
    private static final Map<Integer, String> REPLACED = replaced();

    private LookAlike() {}

    /**
     * The form that names which look the same have in common.
     *
     * @param name plain text, see {@link PlainText}
     * @return never empty: what has nothing but blanks and punctuation is its own form
     */
    public static String form(String name) {
        StringBuilder form = new StringBuilder();
        int[] codePoints =
                Normalizer.normalize(name, Normalizer.Form.NFD).codePoints().toArray();
        int before = -1;
        for (int at = 0; at < codePoints.length; at++) {
            String seen = REPLACED.getOrDefault(codePoints[at], Character.toString(codePoints[at]));
            if (!seen.isEmpty()) {
                boolean partsANumber = before >= 0 && before < at - 1;
                if (partsANumber && isDigit(codePoints[before]) && isDigit(codePoints[at])) {
                    form.append('.');
                }
                form.append(seen);
                before = at;
            }
        }
        return form.isEmpty() ? name : Normalizer.normalize(form, Normalizer.Form.NFC);
    }

    /** SHA-256 of the form in UTF-8: what a ledger keeps a name's look under. */
    public static Hash key(String name) {
        return Hash.sha256(form(name).getBytes(UTF_8));
    }

    private static boolean isDigit(int codePoint) {
        return (codePoint >= '0' && codePoint <= '9') || (codePoint >= '０' && codePoint <= '９');
    }

    private static Map<Integer, String> replaced() {
        Map<Integer, String> replaced = new TreeMap<>();
        for (String line : Frozen.lines("look-alikes.txt")) {
            int arrow = line.indexOf('>');
            StringBuilder other = new StringBuilder();
            for (String codePoint : line.substring(arrow + 1).split(" ", -1)) {
                if (!codePoint.isEmpty()) {
                    other.appendCodePoint(Integer.parseInt(codePoint, 16));
                }
            }
            replaced.put(Integer.parseInt(line.substring(0, arrow), 16), other.toString());
        }
        return replaced;
    }
}
