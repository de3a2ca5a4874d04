package org.yuanhu.chaincode.batch;

import org.yuanhu.vocabulary.goods.Quantity;

/**
 * How much of what went into a batch counts as recognised under a scheme: in the batch it is the same share.
 *
 * @param counting at most the whole
 * @param whole more than nothing
 */
public record CountingShare(Quantity counting, Quantity whole) {
    private static final long PER_MILLE = 1_000;

    /** In thousandths, rounded down: 999.9 ‰ is not all of it. */
    public int perMille() {
        return Math.toIntExact(counting.value() * PER_MILLE / whole.value());
    }

    /** Whether it is at least so many thousandths, exactly: nothing is rounded in its favour. */
    public boolean isAtLeast(int perMille) {
        return counting.value() * PER_MILLE >= whole.value() * perMille;
    }

    /** What counts of so much of the batch, rounded down. */
    public Quantity of(Quantity goods) {
        return goods.share(counting, whole);
    }
}
