package org.yuanhu.vocabulary.registry;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.CheckDigits;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The unified social credit code of an organisation (统一社会信用代码, GB 32100-2015).
 *
 * @param value 18 characters: digits and upper-case letters without I, O, S, V and Z; the third to eighth are digits; the last is the
 *     check character
 */
public record CreditCode(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");

    /** @throws RefusedException FM-08 wrong form, FM-09 wrong check character */
    public CreditCode {
        Form.mustMatch(Rule.FM_08, "creditCode", value, FORM);
        if (CheckDigits.credit(value.substring(0, 17)) != value.charAt(17)) {
            throw Form.refused(Rule.FM_09, "creditCode", value);
        }
    }

    /**
     * Where it was registered: the third to eighth character, digits by GB/T 2260 as it was then. They may name a city, a province or a
     * county dissolved since.
     */
    public String registeredIn() {
        return value.substring(2, 8);
    }

    /** Whether it was registered in this region, by these digits. */
    public boolean isRegisteredIn(RegionCode region) {
        return region.covers(registeredIn());
    }

    @Override
    public String toString() {
        return value;
    }
}
