package org.yuanhu.clientapi.imports.table;

import static org.yuanhu.clientapi.imports.table.Columns.COOPERATIVE;
import static org.yuanhu.clientapi.imports.table.Columns.COUNTY;
import static org.yuanhu.clientapi.imports.table.Columns.GTIN;
import static org.yuanhu.clientapi.imports.table.Columns.NAME;
import static org.yuanhu.clientapi.imports.table.Columns.RECOGNITION;
import static org.yuanhu.clientapi.imports.table.Columns.SCHEME;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.recognition.Advance;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.recognition.DefineScheme;
import org.yuanhu.chaincode.recognition.Requirement;
import org.yuanhu.chaincode.recognition.Revoke;
import org.yuanhu.chaincode.recognition.Step;
import org.yuanhu.chaincode.recognition.Validity;
import org.yuanhu.clientapi.imports.plan.PlannedAct;
import org.yuanhu.clientapi.imports.plan.PlannedSubmission;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Row;
import org.yuanhu.clientapi.imports.sheet.Rows;
import org.yuanhu.clientapi.imports.sheet.SheetDay;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** How products are recognised, and the recognitions themselves. */
final class RecognitionTables {
    private static final Map<String, Role> ROLES = Arrays.stream(Role.values())
            .collect(Collectors.toMap(Role::text, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    private static final Column<Integer> NUMBER = Column.whole("number", "序号");
    private static final Column<String> STEP = Column.words("step", "步骤");
    private static final Column<Role> ROLE = Column.oneOf("role", "角色", ROLES);
    private static final Column<Integer> LEAST_SHARE =
            Column.whole("least_share", "最低份额千分比").optional();
    private static final Column<List<Category>> COUNTING =
            Column.someOf("categories", "计入类别", Columns.CATEGORIES).optional();
    private static final Column<SheetDay> FROM =
            Column.day("valid_from", "有效期自").optional();
    private static final Column<SheetDay> TO = Column.day("valid_to", "有效期至").optional();
    private static final Column<String> REASON = Column.words("reason", "原因");

    static final Table SCHEMES = new Schemes();

    static final Table RECOGNITIONS = new RowTable(
            "recognitions",
            List.of(RECOGNITION, SCHEME, GTIN, COOPERATIVE, COUNTY),
            row -> row.get(RECOGNITION),
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(),
                    row.get(RECOGNITION),
                    new Apply(
                            id,
                            row.get(RECOGNITION),
                            row.get(SCHEME),
                            row.get(GTIN),
                            row.get(COOPERATIVE),
                            row.get(COUNTY))));

    static final Table STEPS = new RowTable(
            "recognition-steps",
            List.of(RECOGNITION, STEP, FROM, TO),
            row -> List.of(row.get(RECOGNITION), row.get(STEP)),
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(),
                    row.get(RECOGNITION),
                    new Advance(id, row.get(RECOGNITION), row.get(STEP), validity(row, basis))));

    static final Table REVOCATIONS = new RowTable(
            "revocations",
            List.of(RECOGNITION, REASON),
            row -> row.get(RECOGNITION),
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(), row.get(RECOGNITION), new Revoke(id, row.get(RECOGNITION), row.get(REASON))));

    private RecognitionTables() {}

    private static Optional<Validity> validity(Row row, Basis basis) {
        if (row.find(FROM).isPresent() != row.find(TO).isPresent()) {
            Column<?> missing = row.find(FROM).isPresent() ? TO : FROM;
            throw RefusedException.by(Rule.IM_10)
                    .with("field", missing.english())
                    .build();
        }
        return row.find(FROM)
                .map(from -> new Validity(from.on(basis.day()), row.get(TO).on(basis.day())));
    }

    /** One row a step; the rows of one scheme become one act. */
    private static final class Schemes implements Table {
        @Override
        public String name() {
            return "schemes";
        }

        @Override
        public List<Column<?>> columns() {
            return List.of(SCHEME, NAME, NUMBER, STEP, ROLE, LEAST_SHARE, COUNTING);
        }

        @Override
        public List<PlannedAct> plan(Rows rows, Basis basis) {
            rows.distinct(row -> List.of(row.get(SCHEME), row.get(NUMBER)));
            return rows.mapGroups(row -> row.get(SCHEME), steps -> {
                Row first = steps.get(0);
                Groups.mustAgree(steps, NAME, LEAST_SHARE, COUNTING);
                List<Step> inOrder = steps.stream()
                        .sorted(Comparator.comparing(row -> row.get(NUMBER)))
                        .map(row -> new Step(row.get(STEP), row.get(ROLE)))
                        .toList();
                return new PlannedSubmission(
                        Groups.numbers(steps),
                        first.get(SCHEME).value(),
                        first.get(SCHEME).value(),
                        new DefineScheme(
                                basis.id(this, first.number()),
                                first.get(SCHEME),
                                first.get(NAME),
                                inOrder,
                                new Requirement(first.find(LEAST_SHARE), first.find(COUNTING))));
            });
        }
    }
}
