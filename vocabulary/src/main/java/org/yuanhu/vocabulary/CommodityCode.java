package org.yuanhu.vocabulary;

import java.util.regex.Pattern;

/**
 * The short code of what is grown or made, such as {@code walnut-in-shell}.
 *
 * @param value 1 to 32 of lower-case letters, digits and hyphens
 */
public record CommodityCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");

    /** @throws Refused FM-17 */
    public CommodityCode {
        Form.mustMatch(Rule.FM_17, "commodity", value, FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
