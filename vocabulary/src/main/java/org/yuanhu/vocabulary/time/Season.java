package org.yuanhu.vocabulary.time;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The harvest year a ceiling counts for.
 *
 * @param value four digits, such as 2026; 1900 to 2199
 */
public record Season(String value) {
    private static final Pattern FORM = Pattern.compile("(?:19|20|21)[0-9]{2}");

    /** @throws RefusedException FM-14 */
    public Season {
        Form.mustMatch(Rule.FM_14, "season", value, FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
