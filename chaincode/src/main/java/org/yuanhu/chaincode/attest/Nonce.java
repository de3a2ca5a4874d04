package org.yuanhu.chaincode.attest;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/**
 * Sixteen random bytes of whoever asks.
 *
 * @param value 32 lower-case hex digits
 */
public record Nonce(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /** @throws Refused FM-19 */
    public Nonce {
        if (!FORM.matcher(value).matches()) {
            throw Refused.of(Rule.FM_19, "field", "nonce", "value", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
