package org.yuanhu.chaincode.json;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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
 * such as {@code lines[3].household}, as its {@code field}. What comes in is {@link #read}, by the rules of the day; what a ledger
 * holds is {@link #stored}, by its form and its format's version alone.
 */
public final class Json {
    private static final ObjectMapper MAPPER = mapper(new TextForms(false));
    private static final ObjectMapper STORED = mapper(new TextForms(true));

    private static final String FORMAT = "format";

    private Json() {}

    private static ObjectMapper mapper(TextForms forms) {
        return JsonMapper.builder()
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
                .addModule(forms)
                .build();
    }

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
     * Reads what comes in, and holds its rules. What is refused of a {@link Confidential} record is not repeated.
     *
     * @throws RefusedException DC-01 no JSON, DC-02 an unknown field, DC-03 a field missing or of another type, DC-04 another format,
     *     what the value types refuse, or what {@link Incoming#validate} does
     */
    public static <T> T read(String text, Class<T> type) {
        T document = parsed(text, MAPPER.constructType(type), false);
        if (document instanceof Incoming incoming) {
            incoming.validate();
        }
        return document;
    }

    /**
     * Reads what comes in as UTF-8.
     *
     * @throws RefusedException as {@link #read(String, Class)}
     */
    public static <T> T read(byte[] utf8, Class<T> type) {
        return read(new String(utf8, StandardCharsets.UTF_8), type);
    }

    /**
     * Reads a document from state. What was stored once is trusted: the form of its JSON and the version of its format are all that is
     * looked at, so that no rule made stricter since makes it unreadable.
     *
     * @param document its kind and key, for the message
     * @throws DamagedDocumentException it has not that form, or a format that is neither its own nor a former version of it
     */
    public static <T> T stored(String document, String text, Class<T> type) {
        return stored(document, text, MAPPER.constructType(type));
    }

    /**
     * Reads a document with type parameters from state, such as an act's.
     *
     * @throws DamagedDocumentException as {@link #stored(String, String, Class)}
     */
    public static <T> T stored(String document, String text, TypeReference<T> type) {
        return stored(document, text, MAPPER.constructType(type));
    }

    /**
     * A text among the fields of a document from state, reading no further than to it: a document's kind stands at its beginning.
     *
     * @return empty if there is no such field, or it is no text
     * @throws DamagedDocumentException it is no JSON up to there
     */
    public static Optional<String> text(String document, String text, String field) {
        try (JsonParser parser = STORED.createParser(text)) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            while (isObject && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals(field);
                boolean isText = parser.nextToken() == JsonToken.VALUE_STRING;
                if (found) {
                    return isText ? Optional.of(parser.getString()) : Optional.empty();
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException e) {
            throw new DamagedDocumentException(document, Refusals.of(e, Optional.empty()));
        }
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
            "TypeParameterUnusedInFormals") // the type says what T is; the public methods pass the two together
    private static <T> T stored(String document, String text, JavaType type) {
        try {
            return parsed(text, type, true);
        } catch (RefusedException refused) {
            throw new DamagedDocumentException(document, refused);
        }
    }

    /** @param stored whether it is read from state, where a former version of the format will do */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as above
    private static <T> T parsed(String text, JavaType type, boolean stored) {
        boolean confidential = type.getRawClass().isAnnotationPresent(Confidential.class);
        ObjectMapper mapper = stored ? STORED : MAPPER;
        try {
            Format format = type.getRawClass().getAnnotation(Format.class);
            if (format == null) {
                return mapper.readValue(text, type);
            }
            JsonNode tree = mapper.readTree(text);
            if (!(tree instanceof ObjectNode fields)) {
                throw RefusedException.by(Rule.DC_01).with("position", 0).build();
            }
            return parsed(fields.remove(FORMAT), fields, type, format, stored);
        } catch (JacksonException e) {
            throw confidential ? Refusals.untold(e) : Refusals.of(e, Optional.empty());
        }
    }

    @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"}) // a format's earlier versions lead to its own type
    private static <T> T parsed(
            @Nullable JsonNode found, ObjectNode fields, JavaType type, Format format, boolean stored) {
        if (found != null && found.isString() && found.stringValue().equals(format.value())) {
            return (stored ? STORED : MAPPER).treeToValue(fields, type);
        }
        Format before = format.earlier().getAnnotation(Format.class);
        if (!stored || before == null) {
            throw RefusedException.by(Rule.DC_04)
                    .with(
                            "format",
                            type.getRawClass().isAnnotationPresent(Confidential.class)
                                    ? Confidential.UNTOLD
                                    : String.valueOf(found))
                    .with("expected", format.value())
                    .build();
        }
        Earlier<?> old = parsed(found, fields, MAPPER.constructType(format.earlier()), before, true);
        return (T) old.next();
    }
}
