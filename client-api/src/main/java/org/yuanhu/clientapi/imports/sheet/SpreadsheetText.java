package org.yuanhu.clientapi.imports.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The text of a CSV file, whose encoding no file says: UTF-8 with or without a byte order mark, else GB18030, of which GBK and
 * GB 2312 are parts. Both are read strictly; bytes that are neither are refused, never replaced.
 */
final class SpreadsheetText {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private SpreadsheetText() {}

    /** @throws RefusedException IM-01 neither encoding, IM-02 a workbook */
    static String of(byte[] bytes) {
        if (startsWith(bytes, ZIP) || startsWith(bytes, COMPOUND_FILE)) {
            throw RefusedException.by(Rule.IM_02).build();
        }
        if (startsWith(bytes, MARK)) {
            return decode(Arrays.copyOfRange(bytes, MARK.length, bytes.length), StandardCharsets.UTF_8)
                    .orElseThrow(() -> RefusedException.by(Rule.IM_01).build());
        }
        return decode(bytes, StandardCharsets.UTF_8)
                .or(() -> decode(bytes, GB18030))
                .orElseThrow(() -> RefusedException.by(Rule.IM_01).build());
    }

    /** Almost any bytes are GB18030 of something: text of characters nobody types is no text. */
    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.codePoints().allMatch(SpreadsheetText::isTyped) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException notThisOne) {
            return Optional.empty();
        }
    }

    private static boolean isTyped(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
            default -> codePoint != 0xFFFD;
        };
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
