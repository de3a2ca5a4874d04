package org.yuanhu.qrtools.print;

import java.util.Arrays;
import java.util.Locale;

/** The bytes of a content stream while they are written; a label costs a few kilobytes, so numbers are written without formatting. */
final class PdfOperators {
    private byte[] bytes = new byte[1 << 16];
    private int length;

    /** A whole number and a space. */
    PdfOperators number(int value) {
        if (value < 0) {
            put('-');
            return number(-value);
        }
        if (value >= 10) {
            digits(value / 10);
        }
        put('0' + value % 10);
        put(' ');
        return this;
    }

    private void digits(int value) {
        if (value >= 10) {
            digits(value / 10);
        }
        put('0' + value % 10);
    }

    /** A number with up to six decimals and a space. */
    PdfOperators number(float value) {
        return text(String.format(Locale.ROOT, "%.6f ", value));
    }

    /** ASCII text as it is. */
    PdfOperators text(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
        return this;
    }

    /** A hexadecimal string. */
    PdfOperators hex(byte[] codes) {
        put('<');
        for (byte code : codes) {
            put(Character.toUpperCase(Character.forDigit(code >> 4 & 15, 16)));
            put(Character.toUpperCase(Character.forDigit(code & 15, 16)));
        }
        put('>');
        return this;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    private void put(int character) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) character;
    }
}
