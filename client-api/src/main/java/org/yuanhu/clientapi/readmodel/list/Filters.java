package org.yuanhu.clientapi.readmodel.list;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows of a list are wanted: those whose columns have these values. */
final class Filters {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds a condition, if there is a value. */
    Filters with(String column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
        return this;
    }

    /** Column to value. */
    Map<String, Object> values() {
        return values;
    }
}
