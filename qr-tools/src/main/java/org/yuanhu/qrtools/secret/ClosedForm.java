package org.yuanhu.qrtools.secret;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** The written form of a closed secret: one line of JSON of fixed fields in fixed order, all text of plain characters. */
final class ClosedForm {
    private static final Pattern FIELD = Pattern.compile("\\G[{,]\"([a-zA-Z]+)\":\"([a-z0-9-]*)\"");

    private ClosedForm() {}

    static String write(String format, ConsortiumId consortium, RunNumber run, String... namesAndValues) {
        StringBuilder out = new StringBuilder("{\"format\":\"").append(format).append('"');
        append(out, "consortium", consortium.value());
        append(out, "run", run.value());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            append(out, namesAndValues[i], namesAndValues[i + 1]);
        }
        return out.append('}').toString();
    }

    private static void append(StringBuilder out, String name, String value) {
        out.append(",\"").append(name).append("\":\"").append(value).append('"');
    }

    static Map<String, String> read(String format, String text, String... names) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(text);
        int end = 0;
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
            end = field.end();
        }
        StringBuilder order = new StringBuilder("format,consortium,run");
        for (String name : names) {
            order.append(',').append(name);
        }
        if (!text.substring(end).strip().equals("}")
                || !String.join(",", fields.keySet()).contentEquals(order)
                || !format.equals(fields.get("format"))) {
            throw RefusedException.by(Rule.FM_28)
                    .with("field", "secret")
                    .with("format", format)
                    .build();
        }
        return fields;
    }

    static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException("Read without " + name);
        }
        return value;
    }

    static void mustBeHex(String field, String value, int bytes) {
        if (value.length() != 2 * bytes || !value.matches("[0-9a-f]*")) {
            throw RefusedException.by(Rule.FM_19)
                    .with("field", field)
                    .with("value", value.length() + " characters")
                    .build();
        }
    }
}
