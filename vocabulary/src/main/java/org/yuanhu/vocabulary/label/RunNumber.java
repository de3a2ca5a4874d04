package org.yuanhu.vocabulary.label;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The number of a print run, unique in a consortium: six digits of a block that a province admitted to one cooperative, two of the run
 * in that block.
 *
 * @param value 8 ASCII digits
 */
public record RunNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{8}");
    private static final Pattern BLOCK = Pattern.compile("[0-9]{6}");

    /** @throws RefusedException FM-05 */
    public RunNumber {
        Form.mustMatch(Rule.FM_05, "run", value, FORM);
    }

    /**
     * The run with this number, 0 to 99, in a block of six digits.
     *
     * @throws RefusedException FM-05
     */
    public static RunNumber of(String block, int runInBlock) {
        if (!BLOCK.matcher(block).matches() || runInBlock < 0 || runInBlock > 99) {
            throw Form.refused(Rule.FM_05, "run", block + "/" + runInBlock);
        }
        return new RunNumber(block + (char) ('0' + runInBlock / 10) + (char) ('0' + runInBlock % 10));
    }

    /** The block, six digits. */
    public String block() {
        return value.substring(0, 6);
    }

    @Override
    public String toString() {
        return value;
    }
}
