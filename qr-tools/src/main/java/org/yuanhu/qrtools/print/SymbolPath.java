package org.yuanhu.qrtools.print;

import org.yuanhu.qrtools.symbol.Symbol;

/** A symbol as PDF rectangles, one for each horizontal run of dark modules, all in one path so that no seam shows between rows. */
final class SymbolPath {
    private SymbolPath() {}

    /** Appends {@code x y width 1 re} for each run, in modules, y downwards, and fills. */
    static void append(PdfOperators out, Symbol symbol) {
        for (int y = 0; y < symbol.size(); y++) {
            long rest = symbol.row(y);
            while (rest != 0) {
                int x = Long.numberOfTrailingZeros(rest);
                int width = Long.numberOfTrailingZeros(~(rest >>> x));
                out.number(x).number(y).number(width).text("1 re\n");
                rest &= -1L << (x + width);
            }
        }
        out.text("f\n");
    }
}
