package org.yuanhu.qrtools.symbol;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The modules of one QR symbol, without its quiet zone. */
public final class Symbol {
    /** Light modules that must stay free on every side (ISO/IEC 18004). */
    public static final int QUIET_ZONE = 4;

    /** The largest version held: its 61 modules fit a row of 64 bits, and no label text needs more. */
    static final int LARGEST_VERSION = 11;

    private final long[] rows;

    /** Rows from the top; bit x of a row is the module x from the left, set if dark. */
    Symbol(long[] rows) {
        this.rows = rows;
    }

    /** Modules a side: 17 + 4 · version. */
    public int size() {
        return rows.length;
    }

    /** The version, 1 to 11. */
    public int version() {
        return (rows.length - 17) / 4;
    }

    /** Modules a side with the quiet zone. */
    public int sizeWithQuietZone() {
        return rows.length + 2 * QUIET_ZONE;
    }

    /** One row as bits: bit x is set where the module x from the left is dark. */
    public long row(int y) {
        return rows[y];
    }

    /** Whether a module is dark, counted from the upper left. */
    public boolean isDark(int x, int y) {
        return (rows[y] >>> x & 1) == 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Symbol that && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rows);
    }

    @Override
    public String toString() {
        return "QR version " + version();
    }
}
