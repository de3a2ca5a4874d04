package org.yuanhu.chaincode.json;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Turns what the parser found into the rule it breaks. */
final class Refusals {
    private Refusals() {}

    /** @param name what to call the value where it has no path, because it stood alone */
    static RefusedException of(JacksonException problem, Optional<String> name) {
        String path = name.orElse("") + path(problem);
        RefusedException inside = refusedIn(problem);
        if (inside != null) {
            return withPath(inside, path, problem instanceof ValueInstantiationException);
        }
        if (problem instanceof StreamReadException && !(problem instanceof InputCoercionException)) {
            return RefusedException.by(Rule.DC_01)
                    .with(
                            "position",
                            problem.getLocation() == null
                                    ? 0L
                                    : problem.getLocation().getCharOffset())
                    .build();
        }
        if (problem instanceof UnrecognizedPropertyException) {
            return RefusedException.by(Rule.DC_02).with("field", path).build();
        }
        return RefusedException.by(Rule.DC_03).with("field", path).build();
    }

    /** The same for what must not be told: the rule, and a path in which whatever the sender named is a star. */
    static RefusedException untold(JacksonException problem) {
        RefusedException refused = of(problem, Optional.empty());
        Map<String, Object> arguments = new LinkedHashMap<>(refused.arguments());
        arguments.replaceAll((name, told) -> told instanceof String ? Confidential.UNTOLD : told);
        if (arguments.containsKey("field")) {
            RefusedException inside = refusedIn(problem);
            String own = inside == null ? "" : String.valueOf(inside.arguments().get("field"));
            arguments.put("field", knownPath(problem, own));
        }
        return new RefusedException(refused.rule(), arguments);
    }

    /** @param own what a record of ours calls its field; a constructor of ours names no field after what it was given */
    private static String knownPath(JacksonException problem, String own) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(isOurs(step) ? step.getPropertyName() : "*");
            }
        }
        return path.isEmpty() ? own : path.toString();
    }

    private static boolean isOurs(JacksonException.Reference step) {
        Object from = step.from();
        Class<?> type = from instanceof Class<?> known ? known : from == null ? Object.class : from.getClass();
        if (!type.isRecord()) {
            return false;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(step.getPropertyName())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable RefusedException refusedIn(Throwable problem) {
        for (Throwable t = problem; t != null; t = t.getCause()) {
            if (t instanceof RefusedException refused) {
                return refused;
            }
        }
        return null;
    }

    /** @param byRecord whether a record refused, so that the path leads to the record and its own field name follows */
    private static RefusedException withPath(RefusedException refused, String path, boolean byRecord) {
        Object own = refused.arguments().get("field");
        if (!(own instanceof String field) || path.isEmpty()) {
            return refused;
        }
        boolean same = path.equals(field) || path.endsWith("." + field);
        Map<String, Object> arguments = new LinkedHashMap<>(refused.arguments());
        arguments.put("field", byRecord && !same ? path + "." + field : path);
        return new RefusedException(refused.rule(), arguments);
    }

    private static String path(JacksonException problem) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
