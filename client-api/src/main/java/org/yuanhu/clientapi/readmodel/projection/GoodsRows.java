package org.yuanhu.clientapi.readmodel.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.ActDocument;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.LineKind;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.intake.SheetOrigin;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.chaincode.label.Run;
import tools.jackson.core.type.TypeReference;

/** Intake sheets, batches and print runs. */
@Component
final class GoodsRows implements ActRows {
    private static final TypeReference<ActDocument<RecordSheet, SheetOrigin>> SHEET = new TypeReference<>() {};
    private static final TypeReference<ActDocument<Pack, Batch>> PACKED = new TypeReference<>() {};
    private static final TypeReference<ActDocument<AssignRun, Run>> ASSIGNED = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JdbcTemplate many;

    GoodsRows(JdbcClient sql, JdbcTemplate many) {
        this.sql = sql;
        this.many = many;
    }

    @Override
    public Map<Operation, Consumer<Recorded>> changes() {
        return Map.of(
                Operation.RECORD_SHEET, this::recorded,
                Operation.PACK, this::packed,
                Operation.ASSIGN_RUN, this::assigned);
    }

    private void recorded(Recorded recorded) {
        ActDocument<RecordSheet, SheetOrigin> document = recorded.as(SHEET);
        RecordSheet act = document.act();
        List<LocalDate> days = act.lines().stream()
                .map(IntakeLine::day)
                .sorted(Comparator.naturalOrder())
                .toList();
        sql.sql("insert into readmodel.intake_sheet"
                        + " (id, cooperative, season, line_count, first_day, last_day, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        act.id().value(),
                        act.cooperative().value(),
                        act.season().value(),
                        act.lines().size(),
                        days.get(0),
                        days.get(days.size() - 1),
                        recorded.at())
                .update();
        lines(act, document.derived().orElseThrow());
        take(act);
    }

    private void lines(RecordSheet sheet, SheetOrigin origin) {
        List<Object[]> rows = new ArrayList<>();
        for (int number = 0; number < sheet.lines().size(); number++) {
            IntakeLine line = sheet.lines().get(number);
            rows.add(new Object[] {
                sheet.id().value(),
                number,
                line.household().value(),
                origin.counties().get(number).value(),
                line.commodity().value(),
                line.quantity().value(),
                line.quantity().unit().text(),
                line.grade(),
                line.day(),
                line.kind().toString(),
                line.confirmed().toString(),
                origin.categories().isPresent()
                        ? Categories.text(origin.line(number).categories())
                        : null
            });
        }
        many.batchUpdate(
                "insert into readmodel.intake_line (sheet, line, household, county, commodity, quantity, unit, grade,"
                        + " weighed_on, kind, confirmed, categories) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void take(RecordSheet sheet) {
        List<Object[]> rows = sheet.lines().stream()
                .filter(line -> line.kind() == LineKind.RECOGNISED)
                .map(line -> new Object[] {
                    line.quantity().value(),
                    line.household().value(),
                    line.commodity().value(),
                    sheet.season().value(),
                    sheet.cooperative().value()
                })
                .toList();
        many.batchUpdate(
                "update readmodel.allotment set taken = taken + ?"
                        + " where household = ? and commodity = ? and season = ? and cooperative = ?",
                rows);
    }

    private void packed(Recorded recorded) {
        ActDocument<Pack, Batch> document = recorded.as(PACKED);
        Batch batch = document.derived().orElseThrow();
        sql.sql("insert into readmodel.batch (gtin, lot, cooperative, claim, unit, quantity, recognised, loss,"
                        + " labels_left, line_count, households, packed_on, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        batch.gtin().value(),
                        batch.lot().value(),
                        batch.cooperative().value(),
                        batch.claim().toString(),
                        batch.weights().quantity().unit().text(),
                        batch.weights().quantity().value(),
                        batch.weights().recognised().value(),
                        batch.weights().loss().value(),
                        batch.weights().quantity().value(),
                        batch.lines(),
                        batch.origin().households().count(),
                        batch.packing().day(),
                        recorded.at())
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (SheetLines input : document.act().inputs()) {
            for (int line : input.lines()) {
                rows.add(new Object[] {
                    batch.gtin().value(), batch.lot().value(), input.sheet().value(), line
                });
            }
        }
        many.batchUpdate("update readmodel.intake_line set gtin = ?, lot = ? where sheet = ? and line = ?", rows);
    }

    private void assigned(Recorded recorded) {
        Run run = recorded.as(ASSIGNED).derived().orElseThrow();
        sql.sql("insert into readmodel.print_run"
                        + " (run, gtin, lot, label_class, label_count, root, cooperative, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        run.run().value(),
                        run.gtin().value(),
                        run.lot().value(),
                        run.labelClass().text(),
                        run.count(),
                        run.root().toString(),
                        run.cooperative().value(),
                        recorded.at())
                .update();
        sql.sql("update readmodel.batch set labels_left = labels_left - ? *"
                        + " (select net_content from readmodel.product where product.gtin = batch.gtin)"
                        + " where gtin = ? and lot = ?")
                .params(run.count(), run.gtin().value(), run.lot().value())
                .update();
    }
}
