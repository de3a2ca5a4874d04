package org.yuanhu.vocabulary.goods;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A GS1 company prefix (厂商识别代码, GS1 General Specifications 1.4.5): the digits that GS1 has given to one company, with which all of
 * its GTINs begin after the indicator digit.
 *
 * @param value {@link #SHORTEST} to {@link #LONGEST} ASCII digits
 */
public record CompanyPrefix(String value) {
    /** Digits of the shortest. */
    public static final int SHORTEST = 4;
    /** Digits of the longest. */
    public static final int LONGEST = 12;

    private static final Pattern FORM = Pattern.compile("[0-9]{" + SHORTEST + "," + LONGEST + "}");

    /** @throws RefusedException FM-36 */
    public CompanyPrefix {
        Form.mustMatch(Rule.FM_36, "prefix", value, FORM);
    }

    /**
     * The first digits of a GTIN after its indicator digit.
     *
     * @param digits how many, {@link #SHORTEST} to {@link #LONGEST}
     */
    public static CompanyPrefix of(Gtin gtin, int digits) {
        return new CompanyPrefix(gtin.value().substring(1, 1 + digits));
    }

    /**
     * The first digits of this prefix.
     *
     * @param digits how many, {@link #SHORTEST} to its own length
     */
    public CompanyPrefix first(int digits) {
        return new CompanyPrefix(value.substring(0, digits));
    }

    /** How many digits it has. */
    public int digits() {
        return value.length();
    }

    @Override
    public String toString() {
        return value;
    }
}
