package org.yuanhu.qrtools.symbol;

import java.util.Arrays;
import org.yuanhu.qrtools.link.DigitalLink;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.qrtools.run.PrintRunLabels;

/**
 * The symbols of one run, each equal to ZXing's, at a small part of its cost.
 *
 * <p>The texts of a run differ in the last twelve digits only, and a QR symbol is linear: data bits, Reed–Solomon parity and placement
 * are all sums over GF(2), and a mask is one more. So ZXing encodes the run's base text under each mask and each single bit of those
 * digits once; every label is the sum (XOR) of those, and all eight masks of it are judged as bits. Samples are compared with ZXing's own
 * answer at the start; should a text not fit the scheme, ZXing encodes every label itself.
 */
public final class RunSymbols {
    private static final int MASKS = 8;
    private static final int SERIAL_DIGITS = 20;

    /** Numeric mode packs three digits into ten bits; groups that end before the ninth digit hold the run number alone. */
    private static final int FIRST_GROUP = 6;

    private static final int GROUP_DIGITS = 3;
    private static final int GROUPS = 5;
    private static final int GROUP_BITS = 10;

    private final PrintRunLabels labels;
    private final Origin origin;
    private final long[][] baseRows = new long[MASKS][];
    private final long[][] baseColumns = new long[MASKS][];
    private final long[][][] bitRows = new long[GROUPS][GROUP_BITS][];
    private final long[][][] bitColumns = new long[GROUPS][GROUP_BITS][];
    private final boolean linear;
    /** How many of the serial's digits ZXing puts into the segment before: 0, 1 or 2. */
    private int shift;

    /**
     * The symbols of a run's labels.
     *
     * @param origin what stands before each label's path
     */
    public RunSymbols(Origin origin, PrintRunLabels labels) {
        this.labels = labels;
        this.origin = origin;
        this.linear = fits(0) || fits(1) || fits(2);
    }

    /** The symbol of the label at this index. */
    public Symbol symbol(int index) {
        return linear ? sum(index) : ZxingSymbols.encode(text(index));
    }

    /** Whether labels are summed; otherwise ZXing encodes each. */
    boolean isLinear() {
        return linear;
    }

    private String text(int index) {
        return new DigitalLink(origin, labels.path(index)).text();
    }

    private boolean fits(int tried) {
        shift = tried;
        String first = text(0);
        int serial = first.length() - SERIAL_DIGITS;
        String zeros = first.substring(0, serial + start(0)) + "0".repeat(SERIAL_DIGITS - start(0));
        for (int mask = 0; mask < MASKS; mask++) {
            baseRows[mask] = rows(ZxingSymbols.encode(zeros, mask));
            baseColumns[mask] = transposed(baseRows[mask]);
        }
        for (int group = 0; group < GROUPS && start(group) < SERIAL_DIGITS; group++) {
            int digits = end(group) - start(group);
            for (int bit = 0; 1 << bit < Math.pow(10, digits); bit++) {
                String value = Integer.toString(1000 + (1 << bit)).substring(4 - digits);
                String text = zeros.substring(0, serial + start(group)) + value + zeros.substring(serial + end(group));
                long[] difference = rows(ZxingSymbols.encode(text, 0));
                add(difference, baseRows[0]);
                bitRows[group][bit] = difference;
                bitColumns[group][bit] = transposed(difference);
            }
        }
        return samplesAreEqual();
    }

    private int start(int group) {
        return FIRST_GROUP + shift + GROUP_DIGITS * group;
    }

    private int end(int group) {
        return Math.min(start(group) + GROUP_DIGITS, SERIAL_DIGITS);
    }

    private Symbol sum(int index) {
        String serial = labels.path(index).serial().text();
        int size = baseRows[0].length;
        long[] rows = new long[size];
        long[] columns = new long[size];
        for (int group = 0; group < GROUPS && start(group) < SERIAL_DIGITS; group++) {
            int value = Integer.parseInt(serial, start(group), end(group), 10);
            for (int bit = 0; value != 0; bit++, value >>= 1) {
                if ((value & 1) == 1) {
                    add(rows, bitRows[group][bit]);
                    add(columns, bitColumns[group][bit]);
                }
            }
        }
        return new Symbol(withBestMask(rows, columns));
    }

    private long[] withBestMask(long[] rows, long[] columns) {
        long[] best = rows;
        int least = Integer.MAX_VALUE;
        for (int mask = 0; mask < MASKS; mask++) {
            long[] maskedRows = baseRows[mask].clone();
            long[] maskedColumns = baseColumns[mask].clone();
            add(maskedRows, rows);
            add(maskedColumns, columns);
            int penalty = MaskPenalty.of(maskedRows, maskedColumns);
            if (penalty < least) {
                least = penalty;
                best = maskedRows;
            }
        }
        return best;
    }

    private boolean samplesAreEqual() {
        int last = labels.count() - 1;
        return Arrays.stream(new int[] {0, last / 3, last})
                .distinct()
                .allMatch(index -> sum(index).equals(ZxingSymbols.encode(text(index))));
    }

    private static long[] rows(Symbol symbol) {
        long[] rows = new long[symbol.size()];
        for (int y = 0; y < rows.length; y++) {
            rows[y] = symbol.row(y);
        }
        return rows;
    }

    private static long[] transposed(long[] rows) {
        long[] columns = new long[rows.length];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows.length; x++) {
                columns[x] |= (rows[y] >>> x & 1) << y;
            }
        }
        return columns;
    }

    private static void add(long[] to, long[] difference) {
        for (int i = 0; i < to.length; i++) {
            to[i] ^= difference[i];
        }
    }
}
