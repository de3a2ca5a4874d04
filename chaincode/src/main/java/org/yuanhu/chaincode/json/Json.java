package org.yuanhu.chaincode.json;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one JSON form of acts, documents and answers.
 *
 * <p>Writing: the fields of a record in their order, absent optionals left out, value types as their text, days and instants in
 * ISO 8601, no white space. Reading: exactly the record's fields, each once and of its own type; a missing, unknown or repeated
 * field, a fraction or a text where a whole number belongs is refused. What a value type refuses is refused with the JSON path,
 * such as {@code lines[3].household}, as its {@code field}.
 */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .annotationIntrospector(new RecordFields())
            .addModule(new TextForms())
            .build();

    private static final String FORMAT = "format";

    private Json() {}

    /**
     * Writes a record; if it has a {@link Format}, that comes first.
     *
     * @throws RefusedException FM-21 a day in it, FM-32 a moment in it has no written form
     */
    public static String write(Object document) {
        try {
            Format format = document.getClass().getAnnotation(Format.class);
            if (format == null) {
                return MAPPER.writeValueAsString(document);
            }
            ObjectNode fields = MAPPER.createObjectNode().put(FORMAT, format.value());
            ObjectNode rest = MAPPER.valueToTree(document);
            return MAPPER.writeValueAsString(fields.setAll(rest));
        } catch (JacksonException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw new IllegalStateException("Cannot be written as JSON: " + document.getClass(), e);
        }
    }

    /**
     * Reads a record. What is refused of a {@link Confidential} one is not repeated.
     *
     * @throws RefusedException DC-01 no JSON, DC-02 an unknown field, DC-03 a field missing or of another type, DC-04 another format, or
     *     what the value types refuse
     */
    public static <T> T read(String text, Class<T> type) {
        return read(text, MAPPER.constructType(type));
    }

    /**
     * Reads a record from UTF-8.
     *
     * @throws RefusedException as {@link #read(String, Class)}
     */
    public static <T> T read(byte[] utf8, Class<T> type) {
        return read(new String(utf8, StandardCharsets.UTF_8), type);
    }

    /**
     * Reads a record with type parameters, such as an act's document.
     *
     * @throws RefusedException as {@link #read(String, Class)}
     */
    public static <T> T read(String text, TypeReference<T> type) {
        return read(text, MAPPER.constructType(type));
    }

    /** Reads any JSON, with the same strictness as to syntax and repeated fields. */
    public static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw Refusals.of(e, Optional.empty());
        }
    }

    /**
     * Reads a value type or enum from its text, as it would stand inside a document.
     *
     * @param field the name a refusal gives it
     * @throws RefusedException what the type refuses
     */
    public static <T> T value(String field, String text, Class<T> type) {
        try {
            Object raw = isWholeNumber(type) ? MAPPER.readTree(text) : text;
            return MAPPER.convertValue(raw, type);
        } catch (JacksonException e) {
            throw Refusals.of(e, Optional.of(field));
        }
    }

    private static boolean isWholeNumber(Class<?> type) {
        return type == int.class || type == long.class;
    }

    @SuppressWarnings(
            "TypeParameterUnusedInFormals") // the type says what T is; both public methods pass the two together
    private static <T> T read(String text, JavaType type) {
        boolean confidential = type.getRawClass().isAnnotationPresent(Confidential.class);
        try {
            Format format = type.getRawClass().getAnnotation(Format.class);
            if (format == null) {
                return MAPPER.readValue(text, type);
            }
            JsonNode tree = MAPPER.readTree(text);
            if (!(tree instanceof ObjectNode fields)) {
                throw RefusedException.by(Rule.DC_01).with("position", 0).build();
            }
            JsonNode found = fields.remove(FORMAT);
            if (found == null || !found.isString() || !found.stringValue().equals(format.value())) {
                throw RefusedException.by(Rule.DC_04)
                        .with("format", confidential ? Confidential.UNTOLD : String.valueOf(found))
                        .with("expected", format.value())
                        .build();
            }
            return MAPPER.treeToValue(fields, type);
        } catch (JacksonException e) {
            throw confidential ? Refusals.untold(e) : Refusals.of(e, Optional.empty());
        }
    }
}
