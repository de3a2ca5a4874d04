package org.yuanhu.chaincode.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.util.NameTransformer;

/** Every component of a record is required, but for an {@link Optional}, which is left out where it is empty. */
final class RecordFields extends JacksonAnnotationIntrospector {
    private static final JsonInclude.Value PRESENT =
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS);

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return member instanceof AnnotatedParameter && member.getRawType() != Optional.class;
    }

    /** Groups of fields are written flat by Jackson, and read by {@link FlatGroups}. */
    @Override
    public @Nullable NameTransformer findUnwrappingNameTransformer(MapperConfig<?> config, AnnotatedMember member) {
        return config instanceof DeserializationConfig ? null : super.findUnwrappingNameTransformer(config, member);
    }

    @Override
    public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated annotated) {
        return PRESENT;
    }
}
