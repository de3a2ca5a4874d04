package org.yuanhu.clientapi.imports.table;

import java.util.List;
import java.util.function.Function;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Row;
import org.yuanhu.clientapi.imports.sheet.Rows;
import org.yuanhu.vocabulary.ActId;

/**
 * A table each row of which asks for one thing.
 *
 * @param key what no two rows may share
 * @param wish of a row, with the id made for it
 */
record RowTable(String name, List<Column<?>> columns, Function<Row, Object> key, RowWish wish) implements Table {
    /** What a row asks for. */
    @FunctionalInterface
    interface RowWish {
        Wish of(Row row, ActId id, Basis basis);
    }

    @Override
    public List<Wish> plan(Rows rows, Basis basis) {
        rows.distinct(key);
        return rows.map(row -> wish.of(row, basis.id(this, row.number()), basis));
    }
}
