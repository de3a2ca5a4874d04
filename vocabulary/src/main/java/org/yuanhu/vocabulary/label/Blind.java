package org.yuanhu.vocabulary.label;

import java.util.HexFormat;

/**
 * Sixteen bytes in a leaf that nobody can guess, so that a Merkle path reveals no neighbour.
 *
 * @param value 32 lower-case hex digits
 */
public record Blind(String value) {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-19 */
    public Blind {
        HexText.mustBeSixteenBytes("blind", value);
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
