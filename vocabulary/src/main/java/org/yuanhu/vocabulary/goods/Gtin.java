package org.yuanhu.vocabulary.goods;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.CheckDigits;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A Global Trade Item Number in its 14-digit form.
 *
 * <p>Check digit: GS1 General Specifications 7.9. Refused too are the numbers GS1 keeps for restricted circulation (1.4.2 and 1.4.3:
 * prefixes 020–029, 040–049 and 200–299; 0000000; and the eight-digit ones that begin with 0 or 2): they mean something else in every
 * shop. Prefix 952 is GS1's own for examples.
 *
 * @param value 14 ASCII digits
 */
public record Gtin(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{14}");
    private static final Pattern RESTRICTED =
            Pattern.compile("[0-9](?:0[24][0-9]|2[0-9]{2})[0-9]{10}|[0-9]000000[0-9]{7}|0000002[0-9]{7}");

    /** @throws RefusedException FM-01 not 14 digits, FM-02 wrong check digit, FM-03 restricted circulation */
    public Gtin {
        Form.mustMatch(Rule.FM_01, "gtin", value, FORM);
        if (CheckDigits.gs1(value.substring(0, 13)) != value.charAt(13) - '0') {
            throw Form.refused(Rule.FM_02, "gtin", value);
        }
        if (RESTRICTED.matcher(value).matches()) {
            throw Form.refused(Rule.FM_03, "gtin", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
