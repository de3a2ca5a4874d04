package org.yuanhu.chaincode.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads records some of whose components are groups of fields: records marked {@link JsonUnwrapped}, whose fields stand in the JSON
 * among those of the record itself. An {@link Optional} group is there if one of its fields is. What Jackson writes so, it would read
 * without looking for unknown fields; this gathers a group's fields first, and leaves the rest to the strict reader.
 */
final class FlatGroups extends ValueDeserializerModifier {
    private static final long serialVersionUID = 1;

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> reader) {
        Class<?> type = description.getBeanClass();
        List<Group> groups = groups(type);
        return groups.isEmpty() ? reader : new Gathering(type, groups, reader);
    }

    private static List<Group> groups(Class<?> type) {
        List<Group> groups = new ArrayList<>();
        for (RecordComponent component : components(type)) {
            if (isGroup(component)) {
                groups.add(new Group(
                        component.getName(), names(record(component)), component.getType() == Optional.class));
            }
        }
        return groups;
    }

    /** The fields a record is written as, those of its own groups with them. */
    private static List<String> names(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : components(type)) {
            if (isGroup(component)) {
                names.addAll(names(record(component)));
            } else {
                JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
                names.add(renamed == null ? component.getName() : renamed.value());
            }
        }
        return names;
    }

    private static List<RecordComponent> components(Class<?> type) {
        return type.isRecord() ? Arrays.asList(type.getRecordComponents()) : List.of();
    }

    private static boolean isGroup(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    private static Class<?> record(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType optional
                ? (Class<?>) optional.getActualTypeArguments()[0]
                : component.getType();
    }

    /** @param component the record's component that the fields become */
    private record Group(String component, List<String> fields, boolean optional) {
        void gather(ObjectNode document) {
            ObjectNode gathered = document.objectNode();
            for (String field : fields) {
                JsonNode value = document.remove(field);
                if (value != null) {
                    gathered.set(field, value);
                }
            }
            if (!optional || !gathered.isEmpty()) {
                document.set(component, gathered);
            }
        }
    }

    private static final class Gathering extends DelegatingDeserializer {
        private final Class<?> type;
        private final transient List<Group> groups;

        Gathering(Class<?> type, List<Group> groups, ValueDeserializer<?> reader) {
            super(reader);
            this.type = type;
            this.groups = groups;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new Gathering(type, groups, reader);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode tree = context.readTree(parser);
            if (tree instanceof ObjectNode document) {
                for (Group group : groups) {
                    if (document.has(group.component)) {
                        throw UnrecognizedPropertyException.from(parser, type, group.component, List.of());
                    }
                    group.gather(document);
                }
            }
            try (JsonParser gathered = tree.traverse(context)) {
                gathered.nextToken();
                return _delegatee.deserialize(gathered, context);
            }
        }
    }
}
