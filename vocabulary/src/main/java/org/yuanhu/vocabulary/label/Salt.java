package org.yuanhu.vocabulary.label;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Sixteen random bytes that keep a field's digest from being found by trying values.
 *
 * @param value 32 lower-case hex digits
 */
public record Salt(String value) {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-19 */
    public Salt {
        HexText.mustBeSixteenBytes("salt", value);
    }

    /** A new one; clients make salts, chaincode never does. */
    public static Salt random(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new Salt(HexFormat.of().formatHex(bytes));
    }

    /** Whether all its bytes are the same, zeros say: no random source made it. */
    public boolean isOneByte() {
        return value.equals(value.substring(0, 2).repeat(16));
    }

    /** The 16 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
