package org.yuanhu.vocabulary.registry;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A GB/T 2260 code: two digits of a province, two of a city, two of a county; zeros on the right for the larger ones.
 *
 * @param value 6 ASCII digits
 */
public record RegionCode(String value) {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9](?:0000|(?!00)[0-9]{4})");

    /** How large a region is. */
    public enum Level {
        /** {@code xx0000}. */
        PROVINCE(2),
        /** {@code xxxx00}. */
        CITY(4),
        /** All six digits. */
        COUNTY(6);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }
    }

    /** @throws RefusedException FM-10 */
    public RegionCode {
        Form.mustMatch(Rule.FM_10, "region", value, FORM);
    }

    /** Province, city or county, as the zeros on the right say. */
    public Level level() {
        if (value.endsWith("0000")) {
            return Level.PROVINCE;
        }
        return value.endsWith("00") ? Level.CITY : Level.COUNTY;
    }

    /** Whether this region is the other or lies in it: 520123 is within 520100, 520000 and itself. */
    public boolean isWithin(RegionCode other) {
        return other.covers(value);
    }

    /** Whether six digits that may be no region's today, such as those of a county dissolved since, lie in this region. */
    boolean covers(String digits) {
        return digits.regionMatches(0, value, 0, level().digits);
    }

    @Override
    public String toString() {
        return value;
    }
}
