package org.yuanhu.vocabulary.label;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.CheckDigits;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The serial number of one label: 20 digits that find their run without anything else.
 *
 * <p>Run number (8), index in the run (5), tag (6), and an ISO 7064 MOD 11,10 check digit over these 19.
 *
 * @param run the print run
 * @param index 0 to 99,999: the label's position in the run, and its leaf's in the tree
 * @param tag six digits that only the holder of the run secret can tell
 */
public record Serial(RunNumber run, int index, String tag) {
    private static final Pattern FORM = Pattern.compile("[0-9]{20}");
    private static final Pattern TAG = Pattern.compile("[0-9]{6}");

    /** @throws RefusedException FM-06 an index or tag out of range */
    public Serial {
        if (index < 0 || index >= Limits.LABELS_A_RUN) {
            throw RefusedException.by(Rule.FM_06)
                    .with("field", "index")
                    .with("value", index)
                    .build();
        }
        Form.mustMatch(Rule.FM_06, "tag", tag, TAG);
    }

    /**
     * Reads 20 digits; nothing else is taken, no space and no hyphen.
     *
     * @throws RefusedException FM-06 not 20 digits, FM-07 wrong check digit
     */
    public static Serial parse(String text) {
        Form.mustMatch(Rule.FM_06, "serial", text, FORM);
        if (CheckDigits.mod11And10(text.substring(0, 19)) != text.charAt(19) - '0') {
            throw Form.refused(Rule.FM_07, "serial", text);
        }
        return new Serial(
                new RunNumber(text.substring(0, 8)), Integer.parseInt(text.substring(8, 13)), text.substring(13, 19));
    }

    /** The index as five digits, as every hash input has it. */
    public static String fiveDigits(int index) {
        char[] digits = new char[5];
        for (int i = 4, rest = index; i >= 0; i--, rest /= 10) {
            digits[i] = (char) ('0' + rest % 10);
        }
        return new String(digits);
    }

    /** The 20 digits. */
    public String text() {
        String digits = run.value() + fiveDigits(index) + tag;
        return digits + (char) ('0' + CheckDigits.mod11And10(digits));
    }

    /** The 20 digits in five groups of four, as they are printed. */
    public String grouped() {
        String text = text();
        StringBuilder out = new StringBuilder(24);
        for (int i = 0; i < 20; i += 4) {
            out.append(i == 0 ? "" : " ").append(text, i, i + 4);
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
