package org.yuanhu.chaincode.registry;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;
import org.yuanhu.vocabulary.RunNumber;

/**
 * A block of 100 run numbers: the first six of their eight digits.
 *
 * @param value 6 ASCII digits
 */
public record BlockNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    /** @throws Refused FM-31 */
    public BlockNumber {
        if (!FORM.matcher(value).matches()) {
            throw Refused.of(Rule.FM_31, "field", "block", "value", value);
        }
    }

    /** The block a run is in. */
    public static BlockNumber of(RunNumber run) {
        return new BlockNumber(run.block());
    }

    @Override
    public String toString() {
        return value;
    }
}
