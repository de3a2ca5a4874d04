package org.yuanhu.vocabulary.label;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The name of a private field of a household, such as {@code displayName}.
 *
 * @param value 1 to 32 letters and digits, beginning with a letter
 */
public record FieldName(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,31}");

    /** @throws RefusedException FM-16 */
    public FieldName {
        if (!isOne(value)) {
            throw RefusedException.by(Rule.FM_16)
                    .with("field", "fieldName")
                    .with("value", value)
                    .build();
        }
    }

    /** Whether a text is such a name. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
