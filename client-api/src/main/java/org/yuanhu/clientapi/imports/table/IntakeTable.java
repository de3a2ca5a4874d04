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
import org.yuanhu.chaincode.allotment.Allotment;
import org.yuanhu.chaincode.intake.Confirmation;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.LineKind;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.clientapi.imports.plan.PlannedAct;
import org.yuanhu.clientapi.imports.plan.PlannedSubmission;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Row;
import org.yuanhu.clientapi.imports.sheet.Rows;
import org.yuanhu.clientapi.imports.sheet.SheetDay;
import org.yuanhu.vocabulary.rule.RefusedException;

/** What households handed in at the scale: one row a line, the rows with one sheet number one act. */
final class IntakeTable implements Table {
    static final Table INTAKE = new IntakeTable();

    private static final Column<Integer> SHEET = Column.whole("sheet", "单号");
    private static final Column<BigDecimal> QUANTITY = Column.decimal("quantity", "数量");
    private static final Column<String> GRADE = Column.words("grade", "等级").optional();
    private static final Column<SheetDay> DAY = Column.day("day", "交售日");
    private static final Column<Boolean> RECOGNISED = Column.oneOf("recognised", "是否计入限额", Columns.YES_OR_NO);
    private static final Column<Confirmation> CONFIRMED = Column.oneOf(
            "confirmed",
            "确认方式",
            Columns.words(
                    "农户", Confirmation.HOUSEHOLD,
                    "见证人", Confirmation.WITNESS,
                    "合作社", Confirmation.COOPERATIVE,
                    "household", Confirmation.HOUSEHOLD,
                    "witness", Confirmation.WITNESS,
                    "cooperative", Confirmation.COOPERATIVE));

    private IntakeTable() {}

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public List<Column<?>> columns() {
        return List.of(
                SHEET, COOPERATIVE, SEASON, HOUSEHOLD, COMMODITY, QUANTITY, UNIT, GRADE, DAY, RECOGNISED, CONFIRMED);
    }

    @Override
    public List<PlannedAct> plan(Rows rows, Basis basis) {
        return rows.mapGroups(row -> row.get(SHEET), sheet -> {
            Row first = sheet.get(0);
            Groups.mustAgree(sheet, COOPERATIVE, SEASON);
            List<IntakeLine> lines = sheet.stream().map(row -> line(row, basis)).toList();
            return new PlannedSubmission(
                    Groups.numbers(sheet),
                    first.get(SHEET).toString(),
                    first.get(COOPERATIVE).value(),
                    new RecordSheet(
                            basis.id(this, first.get(SHEET)), first.get(COOPERATIVE), first.get(SEASON), lines));
        });
    }

    /** Two sheets of one file may each stay within an allotment and together exceed it. */
    @Override
    public void together(List<PlannedAct> plannedActs, Rows rows, Basis basis) {
        Map<Object, Allotment> allotments = new HashMap<>();
        for (PlannedAct planned : plannedActs) {
            PlannedSubmission sheet = (PlannedSubmission) planned;
            List<IntakeLine> lines = ((RecordSheet) sheet.act()).lines();
            for (int i = 0; i < lines.size(); i++) {
                try {
                    take(lines.get(i), i, (RecordSheet) sheet.act(), allotments, basis.ledger());
                } catch (RefusedException refused) {
                    rows.refuse(sheet.rows().get(i), refused);
                }
            }
        }
    }

    private static void take(
            IntakeLine line, int index, RecordSheet sheet, Map<Object, Allotment> allotments, LedgerView ledger) {
        LedgerView.Shelf shelf = new LedgerView.Shelf(sheet.cooperative(), line.commodity(), sheet.season());
        Optional<LedgerView.Place> place =
                line.page().isPresent() ? ledger.allotment(shelf, line.household()) : Optional.empty();
        if (place.isEmpty()) {
            return;
        }
        Object key = List.of(shelf, line.household());
        Allotment after = allotments.getOrDefault(key, place.get().allotment()).taking(line.quantity());
        allotments.put(key, after);
        after.mustCover(index, line.commodity());
    }

    private static LedgerView.Shelf shelf(Row row) {
        return new LedgerView.Shelf(row.get(COOPERATIVE), row.get(COMMODITY), row.get(SEASON));
    }

    /** Without an allotment the page is a guess: the ledger then finds none there and says by which rule. */
    private static IntakeLine line(Row row, Basis basis) {
        Optional<Integer> page = row.get(RECOGNISED)
                ? Optional.of(basis.ledger()
                        .allotment(shelf(row), row.get(HOUSEHOLD))
                        .map(LedgerView.Place::page)
                        .orElse(0))
                : Optional.empty();
        IntakeLine line = new IntakeLine(
                row.get(HOUSEHOLD),
                row.get(COMMODITY),
                row.get(UNIT).of(QUANTITY.english(), row.get(QUANTITY)),
                row.find(GRADE).orElse(""),
                row.get(DAY).on(basis.day()),
                row.get(RECOGNISED) ? LineKind.RECOGNISED : LineKind.ORDINARY,
                row.get(CONFIRMED),
                page);
        line.validate();
        return line;
    }
}
