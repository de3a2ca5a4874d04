package org.yuanhu.chaincode.attest;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Sixteen random bytes of whoever asks.
 *
 * @param value 32 lower-case hex digits
 */
public record Nonce(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /** @throws RefusedException FM-19 */
    public Nonce {
        if (!FORM.matcher(value).matches()) {
            throw RefusedException.by(Rule.FM_19)
                    .with("field", "nonce")
                    .with("value", value)
                    .build();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
