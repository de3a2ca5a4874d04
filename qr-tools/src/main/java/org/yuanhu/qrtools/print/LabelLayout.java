package org.yuanhu.qrtools.print;

import java.util.ArrayList;
import java.util.List;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.symbol.Symbol;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Where everything on a label stands, in printer dots from its upper left corner: the symbol on the left, the names and codes beside it,
 * below a hairline the serial. PDF and PNG draw the same.
 */
final class LabelLayout {
    private static final String CAPTION = "序列号";
    private static final String INVITATION = "源户 · 扫码看来源";
    private static final String WIDEST_SERIAL = "0000 0000 0000 0000 0000";

    /** Micrometres. */
    private static final int PADDING = 1_200;

    private static final int HAIRLINE = 85;
    private static final int NARROWEST_TEXT = 12_000;

    /** Points. */
    private static final float PRODUCT = 9.5f;

    private static final float COOPERATIVE = 7f;
    private static final float CODE = 6.5f;
    private static final float SERIAL = 8.5f;
    private static final float SMALL = 5.5f;

    private static final float SMALLEST_SCALE = 0.62f;
    private static final float SCALE_STEP = 0.02f;
    private static final float LINE = 1.3f;
    private static final float CAP_HEIGHT = 0.74f;
    private static final int LINES_A_NAME = 2;

    /** A line of text: left end and baseline, and size. */
    record Line(String text, float x, float y, float size, boolean strong) {}

    /** A dark bar. */
    record Bar(int x, int y, int width, int height) {}

    private final Printer printer;
    private final LabelFont font;
    private final int width;
    private final int height;
    private final int module;
    private final int symbolSide;
    private final int padding;
    private final int band;
    private final List<Line> fixed = new ArrayList<>();
    private final Bar hairline;
    private float serialLeft;
    private float serialSize;

    /**
     * @throws RefusedException LB-04 the symbol does not fit, LB-05 a character the font lacks, LB-10 a text too long
     */
    LabelLayout(Printer printer, Sheet sheet, LabelFont font, PrintRun run, LabelText text, Symbol symbol) {
        this.printer = printer;
        this.font = font;
        this.width = printer.dots(sheet.width());
        this.height = printer.dots(sheet.height());
        this.module = printer.dotsPerModule();
        this.symbolSide = symbol.sizeWithQuietZone() * module;
        this.padding = printer.dots(PADDING);
        this.band = height - 2 * padding - Math.round(printer.dots(SERIAL));
        this.hairline = new Bar(padding, band, width - 2 * padding, Math.max(1, printer.dots(HAIRLINE)));
        font.mustDraw("product", text.product());
        font.mustDraw("cooperative", text.cooperative());
        mustHoldSymbol();
        placeSerial();
        placeTexts(run, text);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Left edge of the symbol's dark modules. */
    int symbolLeft() {
        return padding + Symbol.QUIET_ZONE * module;
    }

    /** Upper edge of the symbol's dark modules. */
    int symbolTop() {
        return (band - symbolSide) / 2 + Symbol.QUIET_ZONE * module;
    }

    /** The texts that every label of the run shares. */
    List<Line> fixed() {
        return fixed;
    }

    /** The line between names and serial. */
    Bar hairline() {
        return hairline;
    }

    /** The serial in fives of four, along the bottom. */
    Line serial(String grouped) {
        return new Line(grouped, serialLeft, serialBaseline(), serialSize, false);
    }

    private float serialBaseline() {
        return height - padding - printer.dots(SERIAL) * (1 - CAP_HEIGHT) / 2;
    }

    private void mustHoldSymbol() {
        int neededWidth = 2 * padding + symbolSide + printer.dots(NARROWEST_TEXT);
        int neededHeight = symbolSide + height - band;
        if (width < neededWidth || height < neededHeight) {
            throw RefusedException.by(Rule.LB_04)
                    .with("needs", millimetres(neededWidth) + " × " + millimetres(neededHeight))
                    .with("has", millimetres(width) + " × " + millimetres(height))
                    .build();
        }
    }

    private String millimetres(int dots) {
        int tenths = (printer.micrometres(dots) + 99) / 100;
        return tenths / 10 + "." + tenths % 10 + " mm";
    }

    private void placeSerial() {
        float inner = width - 2f * padding;
        float caption = printer.dots(SMALL);
        float captionWidth = caption * font.width(CAPTION + "  ");
        serialSize = Math.min(printer.dots(SERIAL), (inner - captionWidth) / font.width(WIDEST_SERIAL));
        serialLeft = padding + captionWidth;
        fixed.add(new Line(CAPTION, padding, serialBaseline(), caption, false));
        float invitation = caption * font.width(INVITATION);
        if (captionWidth + serialSize * font.width(WIDEST_SERIAL) + caption + invitation <= inner) {
            fixed.add(new Line(INVITATION, width - padding - invitation, serialBaseline(), caption, false));
        }
    }

    /** Takes the largest sizes at which everything has room. */
    private void placeTexts(PrintRun run, LabelText text) {
        for (float scale = 1; scale >= SMALLEST_SCALE; scale -= SCALE_STEP) {
            Block block = new Block(scale);
            boolean fits = block.add(text.product(), PRODUCT, LINES_A_NAME, true)
                    && block.gap(1f)
                    && block.add(text.cooperative(), COOPERATIVE, LINES_A_NAME, false)
                    && block.gap(3f)
                    && block.add("GTIN " + run.gtin().value(), CODE, 1, false)
                    && block.add("批次 " + run.lot().value(), CODE, 1, false);
            if (fits && block.bottom <= band - padding) {
                fixed.addAll(block.centred());
                return;
            }
        }
        boolean product = text.product().length() >= text.cooperative().length();
        throw RefusedException.by(Rule.LB_10)
                .with("field", product ? "product" : "cooperative")
                .with("value", product ? text.product() : text.cooperative())
                .build();
    }

    /** The names and codes at one scale, from the top down. */
    private final class Block {
        private final float scale;
        private final float left = padding + symbolSide;
        private final float room = width - 2f * padding - symbolSide;
        private final List<Line> lines = new ArrayList<>();
        private float bottom;

        Block(float scale) {
            this.scale = scale;
        }

        boolean add(String text, float points, int most, boolean strong) {
            float size = printer.dots(points) * scale;
            List<String> broken = LineBreaks.of(text, room / size, font::width);
            for (String line : broken) {
                lines.add(new Line(line, left, bottom + size * 0.92f, size, strong));
                bottom += size * LINE;
            }
            return broken.size() <= most;
        }

        boolean gap(float points) {
            bottom += printer.dots(points) * scale;
            return true;
        }

        List<Line> centred() {
            float down = (band - bottom) / 2;
            return lines.stream()
                    .map(line -> new Line(line.text(), line.x(), line.y() + down, line.size(), line.strong()))
                    .toList();
        }
    }
}
