package org.yuanhu.consortium.trust;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Canonical JSON (RFC 8785): members sorted by name, no white space, the shortest escapes. Numbers are whole and below
 * 2^53, so that every reader sees the same value.
 */
public final class CanonicalJson {
    private static final long EXACT_IN_A_DOUBLE = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The bytes of a value made of maps with text keys, lists, texts, integers and booleans.
     *
     * @throws IllegalArgumentException if something else is in it
     */
    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Like {@link #bytes}, as text. */
    public static String text(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        return json.out.toString();
    }

    private void value(Object value) {
        if (value instanceof String text) {
            quoted(text);
        } else if (value instanceof Integer || value instanceof Long) {
            number(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            out.append(truth);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else {
            throw new IllegalArgumentException(
                    "no canonical form for a " + value.getClass().getSimpleName());
        }
    }

    private void object(Map<?, ?> map) {
        // String's order is by UTF-16 code unit, as RFC 8785, section 3.2.3 asks.
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put((String) name, value));
        String separator = "{";
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            out.append(separator);
            quoted(member.getKey());
            out.append(':');
            value(member.getValue());
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void list(List<?> list) {
        out.append('[');
        Iterator<?> items = list.iterator();
        while (items.hasNext()) {
            value(items.next());
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private void number(long number) {
        if (number > EXACT_IN_A_DOUBLE || number < -EXACT_IN_A_DOUBLE) {
            throw new IllegalArgumentException(number + " is not exact in every reader of JSON");
        }
        out.append(number);
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> plain(c);
            }
        }
        out.append('"');
    }

    private void plain(char c) {
        if (c < 0x20) {
            out.append("\\u00").append(c < 0x10 ? '0' : '1').append(Character.forDigit(c & 0xf, 16));
        } else {
            out.append(c);
        }
    }
}
