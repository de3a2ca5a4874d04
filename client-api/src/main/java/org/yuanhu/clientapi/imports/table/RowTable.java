package org.yuanhu.clientapi.imports.table;

import java.util.List;
import java.util.function.Function;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Row;
import org.yuanhu.clientapi.imports.sheet.Rows;
import org.yuanhu.clientapi.imports.wish.Wish;
import org.yuanhu.vocabulary.id.ActId;

/**
 * A table each row of which asks for one thing.
 *
 * @param keys none of which two rows may share
 * @param wish of a row, with the id made for it
 * @param total what the rows may not ask for together
 */
record RowTable(String name, List<Column<?>> columns, List<Function<Row, Object>> keys, RowWish wish, Together total)
        implements Table {
    /** What a row asks for. */
    @FunctionalInterface
    interface RowWish {
        Wish of(Row row, ActId id, Basis basis);
    }

    /** See {@link Table#together}. */
    @FunctionalInterface
    interface Together {
        void check(List<Wish> wishes, Rows rows, Basis basis);
    }

    /** Rows that draw on nothing in common. */
    RowTable(String name, List<Column<?>> columns, Function<Row, Object> key, RowWish wish) {
        this(name, columns, List.of(key), wish, (wishes, rows, basis) -> {});
    }

    @Override
    public List<Wish> plan(Rows rows, Basis basis) {
        keys.forEach(rows::distinct);
        return rows.map(row -> wish.of(row, basis.id(this, row.number()), basis));
    }

    @Override
    public void together(List<Wish> wishes, Rows rows, Basis basis) {
        total.check(wishes, rows, basis);
    }
}
