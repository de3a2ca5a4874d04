package org.yuanhu.chaincode.registry;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A block of 100 run numbers: the first six of their eight digits.
 *
 * @param value 6 ASCII digits
 */
public record BlockNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    /** @throws RefusedException FM-31 */
    public BlockNumber {
        if (!FORM.matcher(value).matches()) {
            throw RefusedException.by(Rule.FM_31)
                    .with("field", "block")
                    .with("value", value)
                    .build();
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
