package org.yuanhu.vocabulary.label;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/** The written form of sixteen bytes. */
final class HexText {
    private static final Pattern SIXTEEN = Pattern.compile("[0-9a-f]{32}");

    private HexText() {}

    /** The value itself is not repeated: a salt or a blind is kept from whoever reads a log. */
    static void mustBeSixteenBytes(String field, String value) {
        if (!SIXTEEN.matcher(value).matches()) {
            throw Refused.of(Rule.FM_19, "field", field, "value", value.length() + " characters");
        }
    }
}
