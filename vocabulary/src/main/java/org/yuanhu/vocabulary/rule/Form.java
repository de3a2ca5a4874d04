package org.yuanhu.vocabulary.rule;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds a text against the form of its type. */
public final class Form {
    private Form() {}

    /** Refuses a text that does not match in full; a missing one (JSON's null) counts as empty. */
    public static void mustMatch(Rule rule, String field, @Nullable String value, Pattern form) {
        if (value == null || !form.matcher(value).matches()) {
            throw refused(rule, field, value);
        }
    }

    /** A refusal that names the field and what stood in it. */
    public static RefusedException refused(Rule rule, String field, @Nullable String value) {
        return RefusedException.by(rule)
                .with("field", field)
                .with("value", value == null ? "" : value)
                .build();
    }
}
