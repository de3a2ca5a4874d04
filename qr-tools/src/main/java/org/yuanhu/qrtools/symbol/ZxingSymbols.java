package org.yuanhu.qrtools.symbol;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.EnumMap;
import java.util.Map;

/** Symbols as ZXing makes them: level M, segments of mixed modes as short as can be. */
public final class ZxingSymbols {
    private ZxingSymbols() {}

    /** The symbol of a text, with the mask of least penalty. */
    public static Symbol encode(String text) {
        return symbol(text, hints());
    }

    /** The symbol of a text under one of the eight masks. */
    static Symbol encode(String text, int mask) {
        Map<EncodeHintType, Object> hints = hints();
        hints.put(EncodeHintType.QR_MASK_PATTERN, mask);
        return symbol(text, hints);
    }

    private static Map<EncodeHintType, Object> hints() {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.QR_COMPACT, true);
        return hints;
    }

    private static Symbol symbol(String text, Map<EncodeHintType, Object> hints) {
        try {
            ByteMatrix matrix =
                    Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
            int size = matrix.getHeight();
            if (size > 17 + 4 * Symbol.LARGEST_VERSION) {
                throw new IllegalArgumentException("Longer than any label: " + text);
            }
            long[] rows = new long[size];
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    rows[y] |= (long) matrix.get(x, y) << x;
                }
            }
            return new Symbol(rows);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Longer than any symbol: " + text, e);
        }
    }
}
