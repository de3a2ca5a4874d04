package org.yuanhu.clientapi.imports.table;

import static org.yuanhu.clientapi.imports.table.Columns.COUNTY;
import static org.yuanhu.clientapi.imports.table.Columns.HOUSEHOLD;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.clientapi.imports.plan.PlannedAct;
import org.yuanhu.clientapi.imports.plan.PlannedEnrolment;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Row;
import org.yuanhu.clientapi.imports.sheet.SheetDay;
import org.yuanhu.vocabulary.id.ActId;

/** Households and who they are; the personal columns go to private data only. */
final class HouseholdTable {
    private static final Column<String> NAME = Column.words("name", "姓名").ofAPerson();
    private static final Column<String> ID_NUMBER =
            Column.code("id_number", "身份证号", (String text) -> text).ofAPerson();
    private static final Column<String> PHONE =
            Column.code("phone", "电话", (String text) -> text).optional().ofAPerson();
    private static final Column<String> DISPLAY_NAME =
            Column.words("display_name", "展示名").optional().ofAPerson();
    private static final Column<Boolean> CONSENT = Column.oneOf("consent", "同意展示", Columns.YES_OR_NO);
    private static final Column<Category> CATEGORY = Column.oneOf("category", "类别", Columns.CATEGORIES);
    private static final Column<SheetDay> SINCE = Column.day("category_from", "类别自");

    static final Table HOUSEHOLDS = new RowTable(
            "households",
            List.of(HOUSEHOLD, COUNTY, NAME, ID_NUMBER, PHONE, DISPLAY_NAME, CONSENT, CATEGORY, SINCE),
            List.of(row -> row.get(HOUSEHOLD), row -> row.get(ID_NUMBER)),
            HouseholdTable::enrolment,
            (plannedActs, rows, basis) -> {});

    private HouseholdTable() {}

    private static PlannedAct enrolment(Row row, ActId id, Basis basis) {
        SortedMap<String, String> person = new TreeMap<>();
        person.put("name", row.get(NAME));
        person.put("idNumber", row.get(ID_NUMBER));
        row.find(PHONE).ifPresent(phone -> person.put("phone", phone));
        row.find(DISPLAY_NAME).ifPresent(name -> person.put(PlannedEnrolment.DISPLAY_NAME, name));
        LocalDate since = row.get(SINCE).on(basis.day());
        return new PlannedEnrolment(
                id,
                row.number(),
                row.get(HOUSEHOLD),
                row.get(COUNTY),
                person,
                new CategoryPeriod(row.get(CATEGORY), since, Optional.empty()),
                row.get(CONSENT) && row.find(DISPLAY_NAME).isPresent());
    }
}
