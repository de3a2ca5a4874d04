package org.yuanhu.clientapi.imports.sheet;

import java.util.Map;
import java.util.Optional;

/**
 * One row whose cells could all be read.
 */
public final class Row {
    private final int number;
    private final Map<Column<?>, Object> values;

    Row(int number, Map<Column<?>, Object> values) {
        this.number = number;
        this.values = Map.copyOf(values);
    }

    /** The row's number in the spreadsheet; the header is 1. */
    public int number() {
        return number;
    }

    /** The value of a required column. */
    public <T> T get(Column<T> column) {
        return find(column).orElseThrow(() -> new IllegalArgumentException(column.english() + " is not required"));
    }

    /** The value of a column, if the row has one. */
    @SuppressWarnings("unchecked") // a column's value was made by its own reader
    public <T> Optional<T> find(Column<T> column) {
        return Optional.ofNullable((T) values.get(column));
    }
}
