package org.yuanhu.vocabulary.label;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** The written form of sixteen bytes. */
final class HexText {
    private static final Pattern SIXTEEN = Pattern.compile("[0-9a-f]{32}");

    private HexText() {}

    /** The value itself is not repeated: a salt or a blind is kept from whoever reads a log. */
    static void mustBeSixteenBytes(String field, String value) {
        if (!SIXTEEN.matcher(value).matches()) {
            throw RefusedException.by(Rule.FM_19)
                    .with("field", field)
                    .with("value", value.length() + " characters")
                    .build();
        }
    }
}
