package org.yuanhu.vocabulary.goods;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The short code of what is grown or made, such as {@code walnut-in-shell}.
 *
 * @param value 1 to 32 of lower-case letters, digits and hyphens
 */
public record CommodityCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");

    /** @throws RefusedException FM-17 */
    public CommodityCode {
        Form.mustMatch(Rule.FM_17, "commodity", value, FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
