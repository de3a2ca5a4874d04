package org.yuanhu.qrtools.print;

import java.util.ArrayList;
import java.util.List;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.symbol.Symbol;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/**
 * Where everything on a label stands, in printer dots from its upper left corner: the symbol on the left, the names beside it, the serial
 * along the bottom. PDF and PNG draw the same.
 */
final class LabelLayout {
    private static final int PADDING = 1_300;
    private static final float SERIAL_SIZE = 8.5f;
    private static final float CODE_SIZE = 6.5f;
    private static final float SMALLEST_CODE = 4.5f;
    private static final float PRODUCT_SIZE = 9.5f;
    private static final float COOPERATIVE_SIZE = 7f;
    private static final float SMALLEST_NAME = 5.5f;
    private static final float LINE = 1.3f;
    private static final int LINES_A_NAME = 2;

    /** A line of text: baseline and size in dots. */
    record Line(String text, float x, float y, float size, boolean strong) {}

    private final Printer printer;
    private final LabelFont font;
    private final int width;
    private final int height;
    private final int symbolSide;
    private final List<Line> fixed = new ArrayList<>();
    private final float serialSize;

    /**
     * @throws Refused LB-04 the symbol does not fit, LB-05 a character the font lacks, LB-10 a text too long
     */
    LabelLayout(Printer printer, Sheet sheet, LabelFont font, PrintRun run, LabelText text, Symbol symbol) {
        this.printer = printer;
        this.font = font;
        this.width = printer.dots(sheet.width());
        this.height = printer.dots(sheet.height());
        this.symbolSide = symbol.sizeWithQuietZone() * printer.dotsPerModule();
        font.mustDraw("product", text.product());
        font.mustDraw("cooperative", text.cooperative());
        mustHoldSymbol();
        this.serialSize = shrunk("serial", "0000 0000 0000 0000 0000", SERIAL_SIZE, SMALLEST_CODE, innerWidth());
        placeTexts(run, text);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Left edge of the symbol's dark modules, in dots from the label's. */
    int symbolLeft() {
        return Symbol.QUIET_ZONE * printer.dotsPerModule();
    }

    /** Upper edge of the symbol's dark modules: the symbol is centred above the serial. */
    int symbolTop() {
        return (height - serialHeight() - symbolSide) / 2 + Symbol.QUIET_ZONE * printer.dotsPerModule();
    }

    /** The texts that every label of the run shares. */
    List<Line> fixed() {
        return fixed;
    }

    /** The serial in fives of four, along the bottom. */
    Line serial(String grouped) {
        return new Line(grouped, padding(), height - printer.dots(PADDING) - serialSize * 0.15f, serialSize, false);
    }

    private void mustHoldSymbol() {
        int narrowest = symbolSide + Math.round(printer.dots(SMALLEST_NAME) * 6);
        int lowest = symbolSide + serialHeight();
        if (height < lowest || width < narrowest) {
            throw Refused.of(
                    Rule.LB_04,
                    "needs",
                    printer.micrometres(symbolSide),
                    "needsWidth",
                    printer.micrometres(narrowest),
                    "needsHeight",
                    printer.micrometres(lowest),
                    "hasWidth",
                    printer.micrometres(width),
                    "hasHeight",
                    printer.micrometres(height));
        }
    }

    private void placeTexts(PrintRun run, LabelText text) {
        float room = width - symbolSide - padding();
        List<Line> lines = new ArrayList<>();
        float y = 0;
        y = addName(lines, "product", text.product(), PRODUCT_SIZE, true, room, y);
        y = addName(lines, "cooperative", text.cooperative(), COOPERATIVE_SIZE, false, room, y + printer.dots(1f));
        y = addCode(lines, "gtin", "GTIN " + run.gtin().value(), room, y + printer.dots(2.5f));
        y = addCode(lines, "lot", "批次 " + run.lot().value(), room, y);
        float space = height - serialHeight();
        if (y > space - 2 * printer.dots(0.5f)) {
            throw Refused.of(Rule.LB_10, "field", "product", "value", text.product());
        }
        float top = (space - y) / 2;
        for (Line line : lines) {
            fixed.add(new Line(line.text(), line.x(), line.y() + top, line.size(), line.strong()));
        }
    }

    private float addName(
            List<Line> lines, String field, String name, float points, boolean strong, float room, float top) {
        for (float size = points; size >= SMALLEST_NAME; size -= 0.5f) {
            float dots = printer.dots(size);
            List<String> broken = broken(name, room / dots);
            if (broken.size() <= LINES_A_NAME) {
                float y = top;
                for (String text : broken) {
                    lines.add(new Line(text, symbolSide, y + dots, dots, strong));
                    y += dots * LINE;
                }
                return y;
            }
        }
        throw Refused.of(Rule.LB_10, "field", field, "value", name);
    }

    private float addCode(List<Line> lines, String field, String code, float room, float top) {
        float dots = shrunk(field, code, CODE_SIZE, SMALLEST_CODE, room);
        lines.add(new Line(code, symbolSide, top + dots, dots, false));
        return top + dots * LINE;
    }

    private float shrunk(String field, String text, float points, float smallest, float room) {
        float fitting = Math.min(printer.dots(points), room / font.width(text));
        if (fitting < printer.dots(smallest)) {
            throw Refused.of(Rule.LB_10, "field", field, "value", text);
        }
        return fitting;
    }

    /** Breaks between Chinese characters anywhere, and other words at spaces where there is one. */
    private List<String> broken(String text, float room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : text.strip().split("(?<=[\\u2E80-\\uFFEF])|(?=[\\u2E80-\\uFFEF])|(?<= )")) {
            if (line.length() > 0 && font.width((line + piece).stripTrailing()) > room) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
            while (font.width(line.toString().stripTrailing()) > room) { // one word longer than a line
                int cut = line.offsetByCodePoints(line.length(), -1);
                while (cut > 1 && font.width(line.substring(0, cut)) > room) {
                    cut = line.offsetByCodePoints(cut, -1);
                }
                lines.add(line.substring(0, cut));
                line.delete(0, cut);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private int padding() {
        return printer.dots(2 * PADDING);
    }

    private float innerWidth() {
        return width - 2f * padding();
    }

    private int serialHeight() {
        return printer.dots(PADDING) + Math.round(printer.dots(SERIAL_SIZE));
    }
}
