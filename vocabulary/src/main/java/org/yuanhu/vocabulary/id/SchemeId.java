package org.yuanhu.vocabulary.id;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The id of a recognition scheme.
 *
 * @param value 1 to 64 of letters, digits, dot, underscore and hyphen, beginning with a letter or digit
 */
public record SchemeId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws RefusedException FM-16 */
    public SchemeId {
        Form.mustMatch(Rule.FM_16, "scheme", value, FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
