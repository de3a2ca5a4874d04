package org.yuanhu.qrtools.symbol;

/**
 * How hard a symbol is to read, by the four rules of ISO/IEC 18004, 7.8.3.1. Whole rows and columns are judged at once as bits, so that
 * all eight masks cost some microseconds. The details the standard leaves open are as in ZXing, so that both choose the same mask.
 */
final class MaskPenalty {
    private static final int ALIKE_BLOCK = 3;
    private static final int LIKE_A_FINDER = 40;
    private static final int FIVE_PERCENT_OFF_HALF = 10;

    private MaskPenalty() {}

    /** The penalty of a symbol given by its rows and by its columns. */
    static int of(long[] rows, long[] columns) {
        int size = rows.length;
        int dark = 0;
        int penalty = 0;
        for (int i = 0; i < size; i++) {
            penalty += runs(rows[i], size) + runs(columns[i], size);
            penalty += finders(rows[i], size) + finders(columns[i], size);
            if (i + 1 < size) {
                penalty += blocks(rows[i], rows[i + 1], size);
            }
            dark += Long.bitCount(rows[i]);
        }
        int modules = size * size;
        return penalty + Math.abs(2 * dark - modules) * 10 / modules * FIVE_PERCENT_OFF_HALF;
    }

    /** Five modules alike in a row cost 3, each one more costs 1: a run of L has L − 4 windows of five, and L − 2 is its cost. */
    private static int runs(long line, int size) {
        long alike = ~(line ^ line >>> 1) & low(size - 1);
        long windows = alike & alike >>> 1 & alike >>> 2 & alike >>> 3;
        return Long.bitCount(windows) + 2 * Long.bitCount(windows & ~(windows << 1));
    }

    /** Two by two modules alike cost 3. */
    private static int blocks(long line, long next, int size) {
        long alike = ~(line ^ line >>> 1) & ~(next ^ next >>> 1) & ~(line ^ next) & low(size - 1);
        return ALIKE_BLOCK * Long.bitCount(alike);
    }

    /** Dark-light-dark-dark-dark-light-dark with four light modules before or after costs 40. */
    private static int finders(long line, int size) {
        long light = ~line & low(size);
        long pattern = line & light >>> 1 & line >>> 2 & line >>> 3 & line >>> 4 & light >>> 5 & line >>> 6;
        long fourLight = light & light >>> 1 & light >>> 2 & light >>> 3;
        return LIKE_A_FINDER * Long.bitCount(pattern & (fourLight << 4 | fourLight >>> 7));
    }

    private static long low(int bits) {
        return (1L << bits) - 1;
    }
}
