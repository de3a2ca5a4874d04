package org.yuanhu.vocabulary.id;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The random id of a household; it says nothing of who lives there.
 *
 * @param value 16 lower-case hex digits
 */
public record HouseholdId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    /** @throws RefusedException FM-15 */
    public HouseholdId {
        Form.mustMatch(Rule.FM_15, "household", value, FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
