package org.yuanhu.vocabulary.goods;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The batch or lot number of goods, as GS1's application identifier 10 but narrower: it is read by eye and typed.
 *
 * @param value 1 to 20 of digits, upper-case letters and hyphens, with no hyphen at either end
 */
public record Lot(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]([0-9A-Z-]{0,18}[0-9A-Z])?");

    /** @throws RefusedException FM-04 */
    public Lot {
        Form.mustMatch(Rule.FM_04, "lot", value, FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
