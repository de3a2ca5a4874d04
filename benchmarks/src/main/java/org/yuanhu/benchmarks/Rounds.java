package org.yuanhu.benchmarks;

import java.util.Arrays;

/** What several rounds of one measurement come to. */
final class Rounds {
    private Rounds() {}

    /** The middle one, so that a round that something else disturbed does not count. */
    static double median(double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
