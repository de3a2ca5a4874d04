package org.yuanhu.vocabulary.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The path of a label's GS1 Digital Link: {@code /01/{gtin}/10/{lot}/21/{serial}}, literally.
 *
 * <p>One label has one path: percent-encoding, lower case, a trailing slash or anything else is refused.
 */
public record LabelPath(Gtin gtin, Lot lot, Serial serial) {
    private static final Pattern FORM = Pattern.compile("/01/([^/]*)/10/([^/]*)/21/([^/]*)");

    /**
     * Reads a path, strictly.
     *
     * @throws RefusedException FM-20 another form; FM-01 to FM-07 a part is wrong
     */
    public static LabelPath parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw RefusedException.by(Rule.FM_20)
                    .with("field", "path")
                    .with("value", text)
                    .build();
        }
        return new LabelPath(new Gtin(parts.group(1)), new Lot(parts.group(2)), Serial.parse(parts.group(3)));
    }

    /** The path as it is printed and hashed. */
    public String text() {
        return "/01/" + gtin.value() + "/10/" + lot.value() + "/21/" + serial.text();
    }

    @Override
    public String toString() {
        return text();
    }
}
