package org.yuanhu.clientapi.imports.table;

import java.util.List;
import java.util.function.Function;
import org.yuanhu.clientapi.imports.plan.PlannedAct;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Row;
import org.yuanhu.clientapi.imports.sheet.Rows;
import org.yuanhu.vocabulary.id.ActId;

/**
 * A table each row of which asks for one thing.
 *
 * @param keys none of which two rows may share
 * @param planned of a row, with the id made for it
 * @param total what the rows may not ask for together
 */
record RowTable(String name, List<Column<?>> columns, List<Function<Row, Object>> keys, RowPlan planned, Together total)
        implements Table {
    /** What a row asks for. */
    @FunctionalInterface
    interface RowPlan {
        PlannedAct of(Row row, ActId id, Basis basis);
    }

    /** See {@link Table#together}. */
    @FunctionalInterface
    interface Together {
        void check(List<PlannedAct> plannedActs, Rows rows, Basis basis);
    }

    /** Rows that draw on nothing in common. */
    RowTable(String name, List<Column<?>> columns, Function<Row, Object> key, RowPlan planned) {
        this(name, columns, List.of(key), planned, (plannedActs, rows, basis) -> {});
    }

    @Override
    public List<PlannedAct> plan(Rows rows, Basis basis) {
        keys.forEach(rows::distinct);
        return rows.map(row -> planned.of(row, basis.id(this, row.number()), basis));
    }

    @Override
    public void together(List<PlannedAct> plannedActs, Rows rows, Basis basis) {
        total.check(plannedActs, rows, basis);
    }
}
