package org.yuanhu.clientapi.imports.table;

import java.util.List;
import org.yuanhu.clientapi.imports.plan.PlannedAct;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Rows;

/** One kind of spreadsheet. */
public interface Table {
    /** Its name in addresses and ids, such as {@code intake}. */
    String name();

    /** Its columns; a file may have them in any order. */
    List<Column<?>> columns();

    /**
     * What the rows ask for. What is wrong with a row is noted in {@code rows}, and the row then asks for nothing.
     *
     * @return in the order of the file
     */
    List<PlannedAct> plan(Rows rows, Basis basis);

    /**
     * Refuses what each row by itself may ask for, but not all of them together.
     *
     * @param plannedActs those not done before
     */
    default void together(List<PlannedAct> plannedActs, Rows rows, Basis basis) {}
}
