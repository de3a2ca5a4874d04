package org.yuanhu.vocabulary.label;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.regex.Pattern;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A code under a scratch-off layer: random, never derived from the run secret.
 *
 * @param value 12 Crockford base-32 characters in their normal form
 */
public record ScratchCode(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{12}");

    /** @throws RefusedException FM-25 */
    public ScratchCode {
        if (!FORM.matcher(value).matches()) {
            throw RefusedException.by(Rule.FM_25)
                    .with("field", "scratchCode")
                    .with("value", value.length() + " characters")
                    .build();
        }
    }

    /**
     * Reads what a person typed: upper case, hyphens dropped, I and L read as 1, O as 0.
     *
     * @throws RefusedException FM-25
     */
    public static ScratchCode parse(String typed) {
        return new ScratchCode(typed.toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0'));
    }

    /** SHA-256 over {@code yuanhu-scratch-v1\n{label path}\n{code}}: what the leaf holds of it. */
    public Hash commitment(LabelPath path) {
        return Hash.sha256(("yuanhu-scratch-v1\n" + path.text() + "\n" + value).getBytes(US_ASCII));
    }
}
