package org.yuanhu.clientapi.imports.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yuanhu.chaincode.allotment.Allotment;
import org.yuanhu.chaincode.allotment.Ceiling;
import org.yuanhu.chaincode.allotment.CooperativeShare;
import org.yuanhu.chaincode.batch.Balance;
import org.yuanhu.chaincode.catalogue.Product;
import org.yuanhu.clientapi.imports.plan.PlannedAct;
import org.yuanhu.clientapi.imports.sheet.ImportRefusedException;
import org.yuanhu.clientapi.imports.sheet.Rows;
import org.yuanhu.clientapi.imports.sheet.Spreadsheet;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.time.Season;

/** Rows that each by itself may be asked for, and not all of them: each that is too much is refused, by what they ask for so far. */
class TogetherTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final HouseholdId HOUSEHOLD = new HouseholdId("63195dc5d273d1db");
    private static final CommodityCode WALNUT = new CommodityCode("walnut-in-shell");
    private static final Season SEASON = new Season("2026");
    private static final CreditCode COOPERATIVE = new CreditCode("93520527MA0000015Q");
    private static final CreditCode OTHER = new CreditCode("93520526MA00000235");
    private static final Gtin GTIN = new Gtin("09521234543213");
    private static final Lot LOT = new Lot("PG26-01");

    @Test
    void intakeAboveWhatIsLeftOfAnAllotment() {
        Allotment allotment = new Allotment(
                HOUSEHOLD, new RegionCode("520526"), grams(1_000), grams(400), Optional.empty(), Optional.empty());
        KnownLedger ledger =
                new KnownLedger(Optional.of(allotment), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(refused("intake", intake("yes"), ledger))
                .containsExactly(
                        "3 MB-01 {\"line\":1,\"taken\":1100,\"unit\":\"g\",\"commodity\":\"walnut-in-shell\","
                                + "\"household\":\"63195dc5d273d1db\",\"allotted\":1000}",
                        "4 MB-01 {\"line\":0,\"taken\":1200,\"unit\":\"g\",\"commodity\":\"walnut-in-shell\","
                                + "\"household\":\"63195dc5d273d1db\",\"allotted\":1000}");
        assertThat(refused("intake", intake("no"), ledger)).isEmpty();
        assertThat(refused("intake", intake("yes"), KnownLedger.EMPTY)).isEmpty();
    }

    private static String intake(String recognised) {
        String row = "%d," + COOPERATIVE + ",2026," + HOUSEHOLD + ",walnut-in-shell,%d,g,2026-11-20,%s,witness\n";
        return "sheet,cooperative,season,household,commodity,quantity,unit,day,recognised,confirmed\n"
                + row.formatted(1, 600, recognised)
                + row.formatted(1, 100, recognised)
                + row.formatted(2, 100, recognised);
    }

    @Test
    void allotmentsAboveACeiling() {
        KnownLedger ledger = new KnownLedger(
                Optional.empty(), Optional.of(ceiling(Optional.of(grams(1_000)))), Optional.empty(), Optional.empty());
        String rows = "household,commodity,season,cooperative,amount,unit\n"
                + HOUSEHOLD + ",walnut-in-shell,2026," + COOPERATIVE + ",700,g\n"
                + HOUSEHOLD + ",walnut-in-shell,2026," + OTHER + ",301,g\n";

        assertThat(refused("allotments", rows, ledger))
                .containsExactly("3 CL-08 {\"total\":1001,\"unit\":\"g\",\"limit\":1000}");
        assertThat(refused("allotments", rows.replace("301", "300"), ledger)).isEmpty();
        assertThat(refused("allotments", rows.replace(",2026," + COOPERATIVE, ",2026," + OTHER), ledger))
                .as("a row twice")
                .containsExactly("3 IM-17 {\"row\":3,\"other\":2}");
    }

    @Test
    void allotmentsWithoutACeilingAreTheRuleBooksToRefuse() {
        KnownLedger ledger = new KnownLedger(
                Optional.empty(), Optional.of(ceiling(Optional.empty())), Optional.empty(), Optional.empty());
        String row = "household,commodity,season,cooperative,amount,unit\n" + HOUSEHOLD + ",walnut-in-shell,2026,"
                + COOPERATIVE + ",700,g\n";

        assertThat(refused("allotments", row, ledger)).isEmpty();
    }

    private static Ceiling ceiling(Optional<Quantity> amount) {
        return new Ceiling(
                HOUSEHOLD,
                WALNUT,
                SEASON,
                amount,
                Optional.empty(),
                Optional.empty(),
                amount.isPresent() ? List.of(new CooperativeShare(OTHER, 0, grams(200))) : List.of(),
                List.of());
    }

    @Test
    void labelsAboveWhatIsLeftOfABatch() {
        KnownLedger ledger = new KnownLedger(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Balance(GTIN, LOT, grams(2_000))),
                Optional.of(new Product(GTIN, WALNUT, "核桃", grams(500), COOPERATIVE)));
        String row = "%s," + GTIN + "," + LOT + ",unit,%d,recognition-1\n";
        String rows = "run,gtin,lot,class,count,recognitions\n"
                + row.formatted("52000100", 3)
                + row.formatted("52000101", 1)
                + row.formatted("52000102", 1);

        assertThat(refused("print-runs", rows, ledger))
                .containsExactly("4 MB-04 {\"labels\":2500,\"unit\":\"g\",\"left\":2000}");
        assertThat(refused("print-runs", rows, KnownLedger.EMPTY)).isEmpty();
    }

    @Test
    void aLineInTwoBatches() {
        String row = GTIN + ",%s," + COOPERATIVE + ",2026-11-20,%s,1,0,g,ordinary\n";
        String rows = "gtin,lot,cooperative,day,inputs,packed,loss,unit,claim\n"
                + row.formatted("A", "sheet-1:1-3")
                + row.formatted("B", "sheet-1:4 sheet-2:3")
                + row.formatted("C", "sheet-2:4、3");

        assertThat(refused("batches", rows, KnownLedger.EMPTY))
                .containsExactly("4 BT-05 {\"sheet\":\"sheet-2\",\"line\":2}");
    }

    /** Each refused row with its message. */
    private static List<String> refused(String name, String csv, LedgerView ledger) {
        Table table = Tables.named(name);
        Rows rows = Rows.read(Spreadsheet.read(csv.getBytes(UTF_8)), table.columns());
        Basis basis = new Basis("0".repeat(64), DAY, ledger);
        List<PlannedAct> plannedActs = table.plan(rows, basis);
        table.together(plannedActs, rows, basis);
        ImportRefusedException refused = catchThrowableOfType(ImportRefusedException.class, rows::mustBeRight);
        return refused == null
                ? List.of()
                : refused.errors().stream()
                        .map(error -> error.row().orElseThrow() + " "
                                + error.refused().getMessage())
                        .toList();
    }

    private static Quantity grams(long value) {
        return new Quantity(value, Unit.GRAM);
    }
}
