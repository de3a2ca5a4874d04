package org.yuanhu.clientapi.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Describes our value types and enums as what they are in JSON: text. */
final class TextFormSchemas implements ModelConverter {
    private static final String OURS = "org.yuanhu.";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json.mapper().constructType(type.getType());
        Schema<?> text = java == null ? null : text(java.getRawClass());
        if (text != null) {
            return text;
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static @Nullable Schema<?> text(Class<?> type) {
        if (!type.getName().startsWith(OURS)) {
            return null;
        }
        if (type.isEnum()) {
            StringSchema schema = new StringSchema();
            for (Object constant : type.getEnumConstants()) {
                schema.addEnumItem(constant.toString());
            }
            return schema;
        }
        RecordComponent[] components = type.getRecordComponents();
        boolean isText = type.isRecord()
                && components.length == 1
                && components[0].getName().equals("value")
                && components[0].getType() == String.class;
        return isText ? new StringSchema().description(type.getSimpleName()) : null;
    }
}
