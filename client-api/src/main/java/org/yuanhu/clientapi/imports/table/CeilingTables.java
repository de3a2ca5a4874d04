package org.yuanhu.clientapi.imports.table;

import static org.yuanhu.clientapi.imports.table.Columns.COMMODITY;
import static org.yuanhu.clientapi.imports.table.Columns.COOPERATIVE;
import static org.yuanhu.clientapi.imports.table.Columns.HOUSEHOLD;
import static org.yuanhu.clientapi.imports.table.Columns.SEASON;
import static org.yuanhu.clientapi.imports.table.Columns.UNIT;

import java.math.BigDecimal;
import java.util.List;
import org.yuanhu.chaincode.ceiling.Allot;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Row;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.Quantity;

/** How much can grow, how much a household may bring, and to whom. */
final class CeilingTables {
    private static final Column<BigDecimal> PER_HECTARE = Column.decimal("per_hectare", "每公顷产量");
    private static final Column<Integer> AREA = Column.whole("area_m2", "面积平方米");
    private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", "数量");

    static final Table YIELDS = new RowTable(
            "yields",
            List.of(COMMODITY, SEASON, PER_HECTARE, UNIT),
            row -> List.of(row.get(COMMODITY), row.get(SEASON)),
            (row, id, basis) -> ActWish.of(
                    row.number(),
                    row.get(COMMODITY),
                    new SetYield(
                            id,
                            row.get(COMMODITY),
                            row.get(SEASON),
                            row.get(UNIT).of(PER_HECTARE.english(), row.get(PER_HECTARE)))));

    static final Table CEILINGS = new RowTable(
            "ceilings",
            List.of(HOUSEHOLD, COMMODITY, SEASON, AREA, AMOUNT, UNIT),
            CeilingTables::ceiling,
            (row, id, basis) -> ActWish.of(
                    row.number(),
                    row.get(HOUSEHOLD),
                    new Propose(
                            id, row.get(HOUSEHOLD), row.get(COMMODITY), row.get(SEASON), row.get(AREA), amount(row))));

    static final Table CONFIRMATIONS = new RowTable(
            "ceiling-confirmations",
            List.of(HOUSEHOLD, COMMODITY, SEASON, AMOUNT, UNIT),
            CeilingTables::ceiling,
            (row, id, basis) -> ActWish.of(
                    row.number(),
                    row.get(HOUSEHOLD),
                    new Confirm(id, row.get(HOUSEHOLD), row.get(COMMODITY), row.get(SEASON), amount(row))));

    static final Table ALLOTMENTS = new RowTable(
            "allotments",
            List.of(HOUSEHOLD, COMMODITY, SEASON, COOPERATIVE, AMOUNT, UNIT),
            row -> List.of(ceiling(row), row.get(COOPERATIVE)),
            CeilingTables::allot);

    private CeilingTables() {}

    private static Object ceiling(Row row) {
        return List.of(row.get(HOUSEHOLD), row.get(COMMODITY), row.get(SEASON));
    }

    private static Quantity amount(Row row) {
        return row.get(UNIT).of(AMOUNT.english(), row.get(AMOUNT));
    }

    private static Wish allot(Row row, ActId id, Basis basis) {
        Allotments.Shelf shelf = new Allotments.Shelf(row.get(COOPERATIVE), row.get(COMMODITY), row.get(SEASON));
        int page = basis.allotments().pageFor(shelf, row.get(HOUSEHOLD));
        return ActWish.of(
                row.number(),
                shelf + "/" + page,
                new Allot(
                        id,
                        row.get(HOUSEHOLD),
                        row.get(COMMODITY),
                        row.get(SEASON),
                        row.get(COOPERATIVE),
                        page,
                        amount(row)));
    }
}
