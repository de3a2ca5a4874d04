package org.yuanhu.qrtools.read;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds every QR symbol in a picture. ZXing's reader of many symbols misses some on a full sheet; so what it found is painted over and the
 * rest is looked at again, whole and then in smaller overlapping windows, until a look finds nothing more.
 */
final class SymbolReader {
    private static final int SMALLEST_WINDOW = 240;
    private static final Map<DecodeHintType, Object> HINTS = new EnumMap<>(Map.of(DecodeHintType.TRY_HARDER, true));

    private final BufferedImage rest;
    private final Set<String> texts = new LinkedHashSet<>();

    private SymbolReader(BufferedImage picture) {
        rest = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = rest.createGraphics();
        graphics.setColor(Color.WHITE); // where the picture is transparent
        graphics.fillRect(0, 0, rest.getWidth(), rest.getHeight());
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
    }

    /** The texts of all symbols, each once, from top to bottom as far as they were found so. */
    static List<String> read(BufferedImage picture) {
        SymbolReader reader = new SymbolReader(picture);
        reader.look(new Rectangle(picture.getWidth(), picture.getHeight()));
        return new ArrayList<>(reader.texts);
    }

    private void look(Rectangle window) {
        boolean more = true;
        while (more && hasInk(window)) {
            more = decode(window);
        }
        if (!hasInk(window) || Math.min(window.width, window.height) / 2 < SMALLEST_WINDOW) {
            return;
        }
        int width = window.width * 5 / 8;
        int height = window.height * 5 / 8;
        for (int y : new int[] {window.y, window.y + window.height - height}) {
            for (int x : new int[] {window.x, window.x + window.width - width}) {
                look(new Rectangle(x, y, width, height));
            }
        }
    }

    private boolean decode(Rectangle window) {
        BufferedImageLuminanceSource source =
                new BufferedImageLuminanceSource(rest, window.x, window.y, window.width, window.height);
        Result[] results;
        try {
            results = new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), HINTS);
        } catch (NotFoundException none) {
            return false;
        }
        boolean found = false;
        for (Result result : results) {
            found |= texts.add(result.getText());
            paintOver(window, result.getResultPoints());
        }
        return found;
    }

    /** The points are the middles of three finder patterns, and the fourth corner's mark: the symbol is little larger than they span. */
    private void paintOver(Rectangle window, ResultPoint[] points) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = 0;
        float bottom = 0;
        for (ResultPoint point : points) {
            left = Math.min(left, point.getX());
            top = Math.min(top, point.getY());
            right = Math.max(right, point.getX());
            bottom = Math.max(bottom, point.getY());
        }
        float edge = Math.max(right - left, bottom - top) * 0.2f;
        Graphics2D graphics = rest.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(
                window.x + Math.round(left - edge),
                window.y + Math.round(top - edge),
                Math.round(right - left + 2 * edge),
                Math.round(bottom - top + 2 * edge));
        graphics.dispose();
    }

    private boolean hasInk(Rectangle window) {
        int[] row = new int[window.width];
        for (int y = window.y; y < window.y + window.height; y += 3) {
            rest.getRaster().getSamples(window.x, y, window.width, 1, 0, row);
            for (int grey : row) {
                if (grey < 128) {
                    return true;
                }
            }
        }
        return false;
    }
}
