package org.yuanhu.clientapi.imports.table;

import static org.yuanhu.clientapi.imports.table.Columns.COMMODITY;
import static org.yuanhu.clientapi.imports.table.Columns.COOPERATIVE;
import static org.yuanhu.clientapi.imports.table.Columns.HOUSEHOLD;
import static org.yuanhu.clientapi.imports.table.Columns.SEASON;
import static org.yuanhu.clientapi.imports.table.Columns.UNIT;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuanhu.chaincode.allotment.Ceiling;
import org.yuanhu.chaincode.allotment.CooperativeShare;
import org.yuanhu.chaincode.ceiling.Allot;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.clientapi.imports.plan.PlannedAct;
import org.yuanhu.clientapi.imports.plan.PlannedSubmission;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Row;
import org.yuanhu.clientapi.imports.sheet.Rows;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.rule.RefusedException;

/** How much can grow, how much a household may bring, and to whom. */
final class CeilingTables {
    private static final Column<BigDecimal> PER_HECTARE = Column.decimal("per_hectare", "每公顷产量");
    private static final Column<Integer> AREA = Column.whole("area_m2", "面积平方米");
    private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", "数量");

    static final Table YIELDS = new RowTable(
            "yields",
            List.of(COMMODITY, SEASON, PER_HECTARE, UNIT),
            row -> List.of(row.get(COMMODITY), row.get(SEASON)),
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(),
                    row.get(COMMODITY) + "/" + row.get(SEASON),
                    new SetYield(
                            id,
                            row.get(COMMODITY),
                            row.get(SEASON),
                            row.get(UNIT).of(PER_HECTARE.english(), row.get(PER_HECTARE)))));

    static final Table CEILINGS = new RowTable(
            "ceilings",
            List.of(HOUSEHOLD, COMMODITY, SEASON, AREA, AMOUNT, UNIT),
            CeilingTables::ceiling,
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(),
                    ceiling(row),
                    new Propose(
                            id, row.get(HOUSEHOLD), row.get(COMMODITY), row.get(SEASON), row.get(AREA), amount(row))));

    static final Table CONFIRMATIONS = new RowTable(
            "ceiling-confirmations",
            List.of(HOUSEHOLD, COMMODITY, SEASON, AREA, AMOUNT, UNIT),
            CeilingTables::ceiling,
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(),
                    ceiling(row),
                    new Confirm(
                            id,
                            row.get(HOUSEHOLD),
                            row.get(COMMODITY),
                            row.get(SEASON),
                            Optional.of(row.get(AREA).longValue()),
                            amount(row))));

    static final Table ALLOTMENTS = new RowTable(
            "allotments",
            List.of(HOUSEHOLD, COMMODITY, SEASON, COOPERATIVE, AMOUNT, UNIT),
            List.of(row -> List.of(ceiling(row), row.get(COOPERATIVE))),
            CeilingTables::allot,
            CeilingTables::together);

    private CeilingTables() {}

    private static Object ceiling(Row row) {
        return List.of(row.get(HOUSEHOLD), row.get(COMMODITY), row.get(SEASON));
    }

    private static Quantity amount(Row row) {
        return row.get(UNIT).of(AMOUNT.english(), row.get(AMOUNT));
    }

    private static PlannedAct allot(Row row, ActId id, Basis basis) {
        LedgerView.Shelf shelf = new LedgerView.Shelf(row.get(COOPERATIVE), row.get(COMMODITY), row.get(SEASON));
        int page = basis.ledger().pageFor(shelf, row.get(HOUSEHOLD));
        Allot act = new Allot(
                id, row.get(HOUSEHOLD), row.get(COMMODITY), row.get(SEASON), row.get(COOPERATIVE), page, amount(row));
        return PlannedSubmission.of(row.number(), shelf + "/" + row.get(HOUSEHOLD), act)
                .after(shelf + "/" + page);
    }

    /** What a file allots to one cooperative may leave too little for what it allots to the next. */
    private static void together(List<PlannedAct> plannedActs, Rows rows, Basis basis) {
        Map<Object, Ceiling> ceilings = new HashMap<>();
        for (PlannedAct planned : plannedActs) {
            Allot act = (Allot) ((PlannedSubmission) planned).act();
            Object key = List.of(act.household(), act.commodity(), act.season());
            Optional<Ceiling> before = Optional.ofNullable(ceilings.get(key))
                    .or(() -> basis.ledger().ceiling(act.household(), act.commodity(), act.season()));
            if (before.flatMap(Ceiling::amount).isEmpty()) {
                continue;
            }
            try {
                Ceiling after = before.get().sharing(new CooperativeShare(act.cooperative(), act.page(), act.amount()));
                ceilings.put(key, after);
                after.mustCoverShares();
            } catch (RefusedException refused) {
                rows.refuse(planned.rows().get(0), refused);
            }
        }
    }
}
