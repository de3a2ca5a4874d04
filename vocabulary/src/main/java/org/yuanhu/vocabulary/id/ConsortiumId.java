package org.yuanhu.vocabulary.id;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The id of a consortium; it stands in every leaf, so that a label of one counts for nothing in another.
 *
 * @param value 1 to 32 of lower-case letters, digits and hyphens
 */
public record ConsortiumId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");

    /** @throws RefusedException FM-17 */
    public ConsortiumId {
        Form.mustMatch(Rule.FM_17, "consortium", value, FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
