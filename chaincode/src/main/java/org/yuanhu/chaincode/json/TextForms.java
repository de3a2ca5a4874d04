package org.yuanhu.chaincode.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Days;
import org.yuanhu.vocabulary.time.Moments;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.ser.Serializers;

/**
 * What is written as text: a record whose only component is {@code String value} as that value, an enum as its {@code
 * toString()}, a day as {@code 2026-09-30}, an instant in UTC with milliseconds.
 */
final class TextForms extends JacksonModule {
    private static final int DAY_CHARACTERS = 10;

    private final boolean stored;

    /** @param stored whether documents are read from state, and not as they come in */
    TextForms(boolean stored) {
        this.stored = stored;
    }

    @Override
    public String getModuleName() {
        return "yuanhu";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new Writers());
        context.addDeserializers(new Readers(stored));
        context.addDeserializerModifier(new FlatGroups());
        if (!stored) {
            context.addDeserializerModifier(new Limited());
        }
    }

    private static boolean isValueType(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1
                && components[0].getName().equals("value")
                && components[0].getType() == String.class;
    }

    /** @param stored whether it is read from state: a day is then any day, for which were allowed is a rule of its time */
    private static @Nullable Function<String, Object> reader(Class<?> type, boolean stored) {
        if (type == String.class) {
            return TextForms::wellFormed;
        } else if (type == LocalDate.class) {
            return stored ? TextForms::day : text -> Days.parse("day", text);
        } else if (type == Instant.class) {
            return text -> Moments.parse("at", text);
        } else if (type == Unit.class) {
            return Unit::parse;
        } else if (type == LabelClass.class) {
            return LabelClass::parse;
        } else if (type.isEnum()) {
            return text -> constant(type, text);
        } else if (isValueType(type)) {
            return text -> construct(type, text);
        }
        return null;
    }

    /** Half a surrogate pair has no UTF-8 form: stored, it would come back as something else. */
    private static String wellFormed(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw RefusedException.by(Rule.FM_27).with("field", "text").build();
        }
        return text;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw RefusedException.by(Rule.FM_21)
                    .with("field", "day")
                    .with("value", text)
                    .build();
        }
    }

    /** Any day with a year of four digits is written, for state may hold days of former rules, which are stored again. */
    private static String written(LocalDate day) {
        String text = day.toString();
        if (text.length() != DAY_CHARACTERS) {
            throw RefusedException.by(Rule.FM_21)
                    .with("field", "day")
                    .with("value", text)
                    .build();
        }
        return text;
    }

    private static Object constant(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equals(text)) {
                return constant;
            }
        }
        String allowed =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        throw RefusedException.by(Rule.FM_30)
                .with("field", type.getSimpleName())
                .with("value", text)
                .with("allowed", allowed)
                .build();
    }

    private static Object construct(Class<?> type, String text) {
        try {
            return type.getDeclaredConstructor(String.class).newInstance(text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Readers extends Deserializers.Base {
        private final boolean stored;

        Readers(boolean stored) {
            this.stored = stored;
        }

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return find(type);
        }

        @Override
        public @Nullable ValueDeserializer<?> findEnumDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return find(type);
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return reader(type, stored) != null;
        }

        private @Nullable ValueDeserializer<?> find(JavaType type) {
            Function<String, Object> reader = reader(type.getRawClass(), stored);
            return reader == null ? null : new TextReader(reader);
        }
    }

    /** How much a quantity may be is a rule of the day it comes in. */
    private static final class Limited extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> reader) {
            return description.getBeanClass() == Quantity.class ? new QuantityReader(reader) : reader;
        }
    }

    private static final class QuantityReader extends DelegatingDeserializer {
        QuantityReader(ValueDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new QuantityReader(reader);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            Quantity quantity = (Quantity) super.deserialize(parser, context);
            try {
                return quantity.withinLimit();
            } catch (RefusedException refused) {
                throw DatabindException.from(parser, refused.getMessage(), refused);
            }
        }
    }

    private static final class TextReader extends ValueDeserializer<Object> {
        private final Function<String, Object> reader;

        TextReader(Function<String, Object> reader) {
            this.reader = reader;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw DatabindException.from(parser, "a text belongs here");
            }
            try {
                return reader.apply(parser.getString());
            } catch (RefusedException refused) {
                throw DatabindException.from(parser, refused.getMessage(), refused);
            }
        }
    }

    private static final class Writers extends Serializers.Base {
        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                com.fasterxml.jackson.annotation.JsonFormat.Value format) {
            Class<?> raw = type.getRawClass();
            if (raw == Instant.class) {
                return new TextWriter(value -> Moments.text((Instant) value));
            }
            if (raw == LocalDate.class) {
                return new TextWriter(day -> written((LocalDate) day));
            }
            boolean isText = raw.isEnum() || isValueType(raw);
            return isText ? new TextWriter(Object::toString) : null;
        }
    }

    private static final class TextWriter extends ValueSerializer<Object> {
        private final Function<Object, String> text;

        TextWriter(Function<Object, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(text.apply(value));
        }
    }
}
