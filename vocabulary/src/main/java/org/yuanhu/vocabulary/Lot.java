package org.yuanhu.vocabulary;

import java.util.regex.Pattern;

/**
 * The batch or lot number of goods, as GS1's application identifier 10 but narrower: it is read by eye and typed.
 *
 * @param value 1 to 20 of digits, upper-case letters and hyphens, with no hyphen at either end
 */
public record Lot(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]([0-9A-Z-]{0,18}[0-9A-Z])?");

    /** @throws Refused FM-04 */
    public Lot {
        Form.mustMatch(Rule.FM_04, "lot", value, FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
