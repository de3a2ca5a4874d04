package org.yuanhu.vocabulary.rule;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The one line of JSON in a refusal's message: a flat object of strings, whole numbers and booleans. */
final class RefusalJson {
    private static final String SHORT_ESCAPES = "\"\\\b\f\n\r\t";
    private static final String SHORT_LETTERS = "\"\\bfnrt";

    private final String text;
    private int at;

    private RefusalJson(String text, int at) {
        this.text = text;
        this.at = at;
    }

    static String write(Map<String, Object> arguments) {
        StringBuilder out = new StringBuilder("{");
        arguments.forEach((name, value) -> {
            out.append(out.length() > 1 ? "," : "");
            string(out, name);
            out.append(':');
            if (value instanceof String string) {
                string(out, string);
            } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
                out.append(value);
            } else {
                throw new IllegalArgumentException(
                        "A refusal's argument is text, a whole number or a boolean: " + name);
            }
        });
        return out.append('}').toString();
    }

    private static void string(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int escape = SHORT_ESCAPES.indexOf(c);
            if (escape >= 0) {
                out.append('\\').append(SHORT_LETTERS.charAt(escape));
            } else if (c < 0x20 || c == 0x7f || isLone(value, i)) {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Half of a surrogate pair has no UTF-8 form; escaped, it survives the wire. */
    private static boolean isLone(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    /** Reads what {@link #write} writes, from this position on; empty for anything else. */
    static Optional<Map<String, Object>> read(String text, int from) {
        try {
            return Optional.of(new RefusalJson(text, from).object());
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        take('{');
        if (text.charAt(at) == '}') {
            return arguments;
        }
        while (true) {
            String name = string();
            take(':');
            if (arguments.put(name, value()) != null) {
                throw new IllegalArgumentException("A name twice: " + name);
            }
            if (text.charAt(at) == '}') {
                return arguments;
            }
            take(',');
        }
    }

    private Object value() {
        if (text.charAt(at) == '"') {
            return string();
        }
        for (Boolean word : new Boolean[] {true, false}) {
            if (text.startsWith(word.toString(), at)) {
                at += word.toString().length();
                return word;
            }
        }
        int start = at;
        while (text.charAt(at) == '-' || (text.charAt(at) >= '0' && text.charAt(at) <= '9')) {
            at++;
        }
        return Long.valueOf(text.substring(start, at));
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        take('"');
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char letter = text.charAt(at++);
        if (letter == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int escape = SHORT_LETTERS.indexOf(letter);
        if (escape < 0) {
            throw new IllegalArgumentException("Unknown escape: " + letter);
        }
        return SHORT_ESCAPES.charAt(escape);
    }

    private void take(char expected) {
        if (text.charAt(at++) != expected) {
            throw new IllegalArgumentException("Expected " + expected);
        }
    }
}
