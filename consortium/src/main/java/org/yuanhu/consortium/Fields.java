package org.yuanhu.consortium;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.RuleText;

/** One mapping of a YAML document, read strictly: each field by name, and none left over at the end. */
final class Fields {
    private final String file;
    private final String path;
    private final Map<?, ?> values;
    private final Set<String> read = new LinkedHashSet<>();

    private Fields(String file, String path, Map<?, ?> values) {
        this.file = file;
        this.path = path;
        this.values = values;
    }

    static Fields of(String file, @Nullable Object document) {
        return mapping(file, "", document);
    }

    private static Fields mapping(String file, String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(file, path, map);
        }
        throw new InvalidConsortiumException(
                file, path.isEmpty() ? "document" : path, text(value), "a mapping of fields is needed");
    }

    /** The text of a field; a number is refused, because YAML would have changed it (520000, 0x10, 1e5). */
    String text(String name) {
        Object value = take(name);
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw fault(name, "a text is needed; write digits in quotes");
    }

    String text(String name, Pattern form, String rule) {
        String text = text(name);
        if (!form.matcher(text).matches()) {
            throw fault(name, rule);
        }
        return text;
    }

    int number(String name) {
        Object value = take(name);
        if (value instanceof Integer number) {
            return number;
        }
        throw fault(name, "a whole number is needed");
    }

    /** A value made from the field's text; what its constructor refuses is reported as this field's fault. */
    <T> T value(String name, Function<String, T> constructor) {
        String text = text(name);
        try {
            return constructor.apply(text);
        } catch (RuntimeException refused) {
            throw fault(name, reason(refused));
        }
    }

    /** Like {@link #value} for each text of a list. */
    <T> List<T> values(String name, Function<String, T> constructor) {
        List<T> result = new ArrayList<>();
        for (Object item : list(name)) {
            String at = name + "[" + result.size() + "]";
            if (!(item instanceof String text)) {
                throw new InvalidConsortiumException(
                        file, path + at, text(item), "a text is needed; write digits in quotes");
            }
            try {
                result.add(constructor.apply(text));
            } catch (RuntimeException refused) {
                throw new InvalidConsortiumException(file, path + at, text, reason(refused));
            }
        }
        return result;
    }

    Fields fields(String name) {
        return mapping(file, path + name, take(name)).within(path + name + ".");
    }

    List<Fields> each(String name) {
        List<Fields> result = new ArrayList<>();
        for (Object item : list(name)) {
            String at = path + name + "[" + result.size() + "]";
            result.add(mapping(file, at, item).within(at + "."));
        }
        return result;
    }

    /** Refuses what no call has read: a misspelt field must not pass for a missing one. */
    void nothingElse() {
        for (Object key : values.keySet()) {
            if (!read.contains(String.valueOf(key))) {
                throw new InvalidConsortiumException(
                        file,
                        path + key,
                        text(values.get(key)),
                        "is not a field here; expected " + String.join(", ", read));
            }
        }
    }

    InvalidConsortiumException fault(String name, String rule) {
        return new InvalidConsortiumException(file, path + name, text(values.get(name)), rule);
    }

    private Fields within(String prefix) {
        return new Fields(file, prefix, values);
    }

    private List<?> list(String name) {
        if (take(name) instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw fault(name, "a list with at least one entry is needed");
    }

    private @Nullable Object take(String name) {
        read.add(name);
        if (!values.containsKey(name)) {
            throw new InvalidConsortiumException(file, path + name, "", "is missing");
        }
        return values.get(name);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static String reason(RuntimeException refused) {
        if (refused instanceof RefusedException rule) {
            return RuleText.of(Locale.ENGLISH).say(rule);
        }
        String message = refused.getMessage();
        return message == null ? refused.getClass().getSimpleName() : message;
    }
}
