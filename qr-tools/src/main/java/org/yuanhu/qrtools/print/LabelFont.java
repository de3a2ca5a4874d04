package org.yuanhu.qrtools.print;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The font of every label: Noto Sans SC, cut down to GB 2312 and the 8,105 characters of the Table of General Standard Chinese
 * Characters. It comes with the product, so that a label looks the same on every machine.
 */
final class LabelFont {
    private static final String RESOURCE = "NotoSansSC-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final float unitsPerEm;

    private LabelFont(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /** Reads the font anew; a document that embeds it closes it. */
    static LabelFont load() {
        try (InputStream in = LabelFont.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Missing beside its class: " + RESOURCE);
            }
            return new LabelFont(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrueTypeFont trueType() {
        return font;
    }

    /**
     * Refuses a text that this font cannot draw whole.
     *
     * @throws RefusedException LB-05
     */
    void mustDraw(String field, String text) {
        text.codePoints()
                .filter(point -> glyphs.getGlyphId(point) == 0)
                .findFirst()
                .ifPresent(point -> {
                    String shown = Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE
                            ? String.format("U+%04X", point)
                            : Character.toString(point);
                    throw RefusedException.by(Rule.LB_05)
                            .with("field", field)
                            .with("character", shown)
                            .build();
                });
    }

    /** The width of a text at size 1. */
    float width(String text) {
        try {
            float width = 0;
            for (int point : text.codePoints().toArray()) {
                width += font.getAdvanceWidth(glyphs.getGlyphId(point));
            }
            return width / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outline of a text, baseline at y with y growing downwards. */
    GeneralPath outline(String text, float x, float y, float size) {
        try {
            GeneralPath path = new GeneralPath();
            float at = x;
            for (int point : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(point);
                var outline = font.getGlyph().getGlyph(glyph);
                if (outline != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(at, y);
                    place.scale(size / unitsPerEm, -size / unitsPerEm);
                    path.append(place.createTransformedShape(outline.getPath()), false);
                }
                at += font.getAdvanceWidth(glyph) * size / unitsPerEm;
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
