package org.yuanhu.clientapi.scan.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuanhu.vocabulary.label.Serial;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * Twenty digits as a person types them: in groups, with spaces or hyphens, in full-width digits; and, when they cannot be a serial
 * number, what is wrong with them in words.
 *
 * @param typed what was typed, cut to what the field holds
 * @param serial null when there is a mistake
 * @param mistake null when there is a serial number
 */
public record TypedSerial(
        String typed, @Nullable Serial serial, @Nullable Mistake mistake) {
    private static final int DIGITS = 20;
    private static final int LONGEST = 64;

    /** The message key below {@code scan.type}, and its arguments. */
    record Mistake(String key, List<Object> arguments) {}

    public static TypedSerial read(String text) {
        String typed = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        StringBuilder digits = new StringBuilder();
        for (int character : typed.codePoints().toArray()) {
            int digit = Character.digit(character, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (!isGap(character)) {
                return wrong(typed, "characters", Character.toString(character));
            }
        }
        int count = digits.length();
        if (count == 0) {
            return wrong(typed, "empty");
        }
        if (count < DIGITS) {
            return wrong(typed, "short", count, DIGITS - count);
        }
        if (count > DIGITS) {
            return wrong(typed, "long", count, count - DIGITS);
        }
        return checked(typed, digits.toString());
    }

    /** The serial number, if what was typed is one. */
    public Optional<Serial> asSerial() {
        return Optional.ofNullable(serial);
    }

    private static TypedSerial checked(String typed, String digits) {
        try {
            return new TypedSerial(typed, Serial.parse(digits), null);
        } catch (RefusedException wrongCheckDigit) {
            return wrong(typed, "check");
        }
    }

    private static TypedSerial wrong(String typed, String key, Object... arguments) {
        return new TypedSerial(typed, null, new Mistake(key, List.of(arguments)));
    }

    private static boolean isGap(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.DASH_PUNCTUATION
                || Character.getType(character) == Character.FORMAT;
    }
}
