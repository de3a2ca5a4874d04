package org.yuanhu.clientapi.imports.sheet;

import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** What was typed into one cell, with what a Chinese keyboard and a spreadsheet add to it taken away. */
final class CellText {
    /** As spreadsheets show a number of more than eleven digits; the digits after the sixth are lost. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](?:\\.[0-9]+)?[Ee][+-][0-9]+");

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final int IDEOGRAPHIC_SPACE = 0x3000;
    private static final char NO_BREAK_SPACE = '\u00a0';

    private CellText() {}

    /** Of a code, number or word out of a list: every full-width character becomes its usual form. */
    static String ofCode(String cell) {
        return strip(narrow(cell, character -> true));
    }

    /** Of a name or sentence: full-width digits, letters and blanks become usual ones, punctuation stays. */
    static String ofWords(String cell) {
        String narrow = strip(narrow(cell, Character::isLetterOrDigit))
                .replace((char) IDEOGRAPHIC_SPACE, ' ')
                .replace(NO_BREAK_SPACE, ' ');
        return Normalizer.normalize(narrow, Normalizer.Form.NFC);
    }

    /**
     * Refuses a number whose digits the spreadsheet threw away.
     *
     * @throws RefusedException IM-11
     */
    static void mustHaveItsDigits(String column, String text) {
        if (SCIENTIFIC.matcher(text).matches()) {
            throw RefusedException.by(Rule.IM_11)
                    .with("field", column)
                    .with("value", text)
                    .build();
        }
    }

    private static String narrow(String cell, IntPredicate which) {
        return cell.codePoints()
                .map(character -> {
                    boolean wide = character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST;
                    return wide && which.test(character) ? character - FULL_WIDTH_OFFSET : character;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isAir(text.charAt(start))) {
            start++;
        }
        while (end > start && isAir(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** White space, and the marks without width that copying from a web page or chat brings along. */
    private static boolean isAir(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == IDEOGRAPHIC_SPACE
                || Character.getType(character) == Character.FORMAT;
    }
}
