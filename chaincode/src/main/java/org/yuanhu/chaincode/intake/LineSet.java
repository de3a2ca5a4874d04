package org.yuanhu.chaincode.intake;

import java.util.BitSet;
import java.util.HexFormat;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A set of line numbers, one bit each: line 0 is the lowest bit of the first byte.
 *
 * @param value lower-case hex without trailing zero bytes; the empty set is the empty text
 */
public record LineSet(String value) {
    /** No line. */
    public static final LineSet NONE = new LineSet("");

    /** @throws RefusedException FM-19 */
    public LineSet {
        if (!value.matches("(?:[0-9a-f]{2})*")) {
            throw RefusedException.by(Rule.FM_19)
                    .with("field", "lines")
                    .with("value", value)
                    .build();
        }
    }

    static LineSet of(BitSet lines) {
        return new LineSet(HexFormat.of().formatHex(lines.toByteArray()));
    }

    /** Whether this line is in the set. */
    public boolean contains(int line) {
        return bits().get(line);
    }

    /** This set and one more line. */
    public LineSet with(int line) {
        BitSet bits = bits();
        bits.set(line);
        return of(bits);
    }

    private BitSet bits() {
        return BitSet.valueOf(HexFormat.of().parseHex(value));
    }

    @Override
    public String toString() {
        return value;
    }
}
