package org.yuanhu.clientapi.imports.table;

import static org.yuanhu.clientapi.imports.table.Columns.COOPERATIVE;
import static org.yuanhu.clientapi.imports.table.Columns.GTIN;
import static org.yuanhu.clientapi.imports.table.Columns.LOT;
import static org.yuanhu.clientapi.imports.table.Columns.UNIT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuanhu.chaincode.batch.Balance;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.NamedLines;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.catalogue.Product;
import org.yuanhu.clientapi.imports.plan.PlannedAct;
import org.yuanhu.clientapi.imports.plan.PlannedPrintRun;
import org.yuanhu.clientapi.imports.plan.PlannedSubmission;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Row;
import org.yuanhu.clientapi.imports.sheet.Rows;
import org.yuanhu.clientapi.imports.sheet.SheetDay;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Batches, and the labels printed for them. */
final class PackingTables {
    private static final String INPUTS_FIELD = "inputs";
    private static final Pattern SHEETS = Pattern.compile("[ ;]+");
    private static final Pattern COMMAS = Pattern.compile("[、,]");
    private static final Pattern LINES = Pattern.compile("([1-9][0-9]{0,2})(?:-([1-9][0-9]{0,2}))?");
    private static final Column<SheetDay> DAY = Column.day("day", "包装日");
    private static final Column<List<SheetLines>> INPUTS = Column.code(INPUTS_FIELD, "来源明细", PackingTables::inputs);
    private static final Column<BigDecimal> PACKED = Column.decimal("packed", "包装数量");
    private static final Column<BigDecimal> LOSS = Column.decimal("loss", "损耗");
    private static final Column<Claim> CLAIM = Column.oneOf(
            "claim",
            "声明",
            Columns.words(
                    "认定", Claim.RECOGNISED,
                    "混合", Claim.MIXED,
                    "普通", Claim.ORDINARY,
                    "recognised", Claim.RECOGNISED,
                    "mixed", Claim.MIXED,
                    "ordinary", Claim.ORDINARY));
    private static final Column<RunNumber> RUN = Column.code("run", "赋码号", RunNumber::new);
    private static final Column<LabelClass> CLASS = Column.code("class", "类型", LabelClass::parse);
    private static final Column<Integer> COUNT = Column.whole("count", "数量");
    private static final Column<List<RecognitionId>> RECOGNITIONS = Column.code(
            "recognitions",
            "认定编号",
            text -> SHEETS.splitAsStream(text).map(RecognitionId::new).toList());
    private static final Column<Rule> EXPECTED = Column.code(
                    "expected_refusal",
                    "应被拒绝",
                    text -> Rule.ofId(text)
                            .orElseThrow(() -> RefusedException.by(Rule.IM_12)
                                    .with("field", "expected_refusal")
                                    .with("value", text)
                                    .with("allowed", "RN-06 …")
                                    .build()))
            .optional();

    static final Table BATCHES = new Batches();

    static final Table PRINT_RUNS = new RowTable(
            "print-runs",
            List.of(RUN, GTIN, LOT, CLASS, COUNT, RECOGNITIONS, EXPECTED),
            List.of(row -> row.get(RUN)),
            (row, id, basis) -> new PlannedPrintRun(
                    id,
                    row.number(),
                    row.get(RUN),
                    row.get(GTIN),
                    row.get(LOT),
                    row.get(CLASS),
                    row.get(COUNT),
                    row.get(RECOGNITIONS),
                    row.find(EXPECTED)),
            PackingTables::together);

    private PackingTables() {}

    private static Pack pack(Row row, ActId id, Basis basis) {
        return new Pack(
                id,
                row.get(GTIN),
                row.get(LOT),
                row.get(COOPERATIVE),
                row.get(DAY).on(basis.day()),
                row.get(INPUTS),
                row.get(UNIT).of(PACKED.english(), row.get(PACKED)),
                row.get(UNIT).of(LOSS.english(), row.get(LOSS)),
                row.get(CLAIM));
    }

    /** {@code sheet:1、2、5-9 sheet:3}: people count lines from 1, the ledger from 0. */
    private static List<SheetLines> inputs(String text) {
        List<SheetLines> inputs = new ArrayList<>();
        for (String part : SHEETS.splitAsStream(text).toList()) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw unreadable(part);
            }
            SheetLines input = new SheetLines(new ActId(part.substring(0, colon)), lines(part.substring(colon + 1)));
            input.validate();
            inputs.add(input);
        }
        return inputs;
    }

    private static List<Integer> lines(String text) {
        List<Integer> lines = new ArrayList<>();
        for (String part : COMMAS.splitAsStream(text).toList()) {
            Matcher range = LINES.matcher(part);
            if (!range.matches()) {
                throw unreadable(part);
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            Limits.mustHold(INPUTS_FIELD, last, Limits.LINES_A_SHEET);
            for (int line = first; line <= last; line++) {
                lines.add(line - 1);
            }
        }
        return lines;
    }

    private static RefusedException unreadable(String part) {
        return RefusedException.by(Rule.IM_22)
                .with("field", INPUTS_FIELD)
                .with("value", part)
                .build();
    }

    /** Two runs may each fit what is left of a batch, and not both. */
    private static void together(List<PlannedAct> plannedActs, Rows rows, Basis basis) {
        Map<String, Quantity> labels = new HashMap<>();
        for (PlannedAct planned : plannedActs) {
            PlannedPrintRun run = (PlannedPrintRun) planned;
            Optional<Balance> balance = basis.ledger().balance(run.gtin(), run.lot());
            Optional<Product> product = basis.ledger().product(run.gtin());
            if (balance.isPresent() && product.isPresent()) {
                try {
                    Quantity more = product.get().contentOf(run.count());
                    balance.get().mustCover(labels.merge(run.chain(), more, Quantity::plus));
                } catch (RefusedException refused) {
                    rows.refuse(run.row(), refused);
                }
            }
        }
    }

    /** A line may be in one batch only, also within one file. */
    private static final class Batches implements Table {
        @Override
        public String name() {
            return "batches";
        }

        @Override
        public List<Column<?>> columns() {
            return List.of(GTIN, LOT, COOPERATIVE, DAY, INPUTS, PACKED, LOSS, UNIT, CLAIM);
        }

        @Override
        public List<PlannedAct> plan(Rows rows, Basis basis) {
            rows.distinct(row -> List.of(row.get(GTIN), row.get(LOT)));
            NamedLines named = new NamedLines();
            return rows.map(row -> {
                Pack act = pack(row, basis.id(this, row.number()), basis);
                act.inputs().forEach(named::add);
                return PlannedSubmission.of(row.number(), act.gtin() + "/" + act.lot(), act)
                        .after(act.cooperative());
            });
        }
    }
}
