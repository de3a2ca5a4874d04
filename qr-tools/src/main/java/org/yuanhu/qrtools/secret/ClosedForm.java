package org.yuanhu.qrtools.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The written form of a closed secret: one line of JSON of fixed fields in fixed order, all of them text, in one way only. */
final class ClosedForm {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ClosedForm() {}

    static String write(String format, ConsortiumId consortium, RunNumber run, String... namesAndValues) {
        ObjectNode object = JSON.createObjectNode();
        object.put("format", format);
        object.put("consortium", consortium.value());
        object.put("run", run.value());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return JSON.writeValueAsString(object);
    }

    static Map<String, String> read(String format, String text, String... names) {
        List<String> expected = new ArrayList<>(List.of("format", "consortium", "run"));
        expected.addAll(List.of(names));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object(format, text).properties()) {
            fields.put(field.getKey(), field.getValue().asString(""));
        }
        boolean asWritten = JSON.writeValueAsString(fields).equals(text.strip());
        if (!asWritten || !List.copyOf(fields.keySet()).equals(expected) || !format.equals(fields.get("format"))) {
            throw another(format);
        }
        return fields;
    }

    private static JsonNode object(String format, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            throw another(format);
        }
    }

    private static RefusedException another(String format) {
        return RefusedException.by(Rule.FM_28)
                .with("field", "secret")
                .with("format", format)
                .build();
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
