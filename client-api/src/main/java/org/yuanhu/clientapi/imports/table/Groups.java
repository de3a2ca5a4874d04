package org.yuanhu.clientapi.imports.table;

import java.util.List;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Row;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Rows that become one act together. */
final class Groups {
    private Groups() {}

    /**
     * Refuses rows of one act that say different things of it.
     *
     * @throws RefusedException IM-19
     */
    static void mustAgree(List<Row> rows, Column<?>... columns) {
        Row first = rows.get(0);
        for (Row row : rows) {
            for (Column<?> column : columns) {
                if (!row.find(column).equals(first.find(column))) {
                    throw RefusedException.by(Rule.IM_19)
                            .with("row", row.number())
                            .with("other", first.number())
                            .with("field", column.english())
                            .build();
                }
            }
        }
    }

    /** Their numbers in the spreadsheet. */
    static List<Integer> numbers(List<Row> rows) {
        return rows.stream().map(Row::number).toList();
    }
}
