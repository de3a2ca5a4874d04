package org.yuanhu.vocabulary;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds a text against the form of its type. */
final class Form {
    private Form() {}

    /** Refuses a text that does not match in full; a missing one (JSON's null) counts as empty. */
    static void mustMatch(Rule rule, String field, @Nullable String value, Pattern form) {
        if (value == null || !form.matcher(value).matches()) {
            throw refused(rule, field, value);
        }
    }

    static Refused refused(Rule rule, String field, @Nullable String value) {
        return Refused.of(rule, "field", field, "value", value == null ? "" : value);
    }
}
