package org.yuanhu.chaincode.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_B;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_B;
import static org.yuanhu.chaincode.testledger.World.HONEY;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_A;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_B;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.line;
import static org.yuanhu.chaincode.testledger.World.ordinary;
import static org.yuanhu.chaincode.testledger.World.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.intake.Confirmation;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.LineKind;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.read.Page;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.Rule;

@ExtendWith(SharedWorld.class)
class BatchRefusalsTest {
    private final World world;
    private final Client clerk;
    private final HouseholdId household;

    BatchRefusalsTest(World world) {
        this.world = world;
        this.clerk = world.clerk(COOPERATIVE_A);
        this.household = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000_000);
    }

    @Test
    void refusesALineSpentTwiceAlsoWithinOneBatch() {
        ActId sheet = sheet(line(household, 500), line(household, 500));
        String twice = Json.write(pack(sheet, List.of(0, 1), 1_000, 0, Claim.RECOGNISED))
                .replace("[0,1]", "[0,0]");
        refuses(world, Rule.BT_05, () -> clerk.submit(Operation.PACK, twice));
        clerk.submit(pack(sheet, List.of(0), 500, 0, Claim.RECOGNISED));
        refuses(world, Rule.BT_06, clerk, pack(sheet, List.of(0), 500, 0, Claim.RECOGNISED));
        refuses(world, Rule.BT_06, clerk, pack(sheet, List.of(1, 0), 1_000, 0, Claim.RECOGNISED));
        clerk.submit(pack(sheet, List.of(1), 500, 0, Claim.RECOGNISED));
    }

    @Test
    void refusesALineNamedTwiceThroughTwoInputsOfOneSheet() {
        ActId sheet = sheet(line(household, 500), line(household, 500));
        String inputs = Json.write(List.of(new SheetLines(sheet, List.of(0)), new SheetLines(sheet, List.of(1))));
        String pack = Json.write(pack(sheet, List.of(0, 1), 1_000, 0, Claim.RECOGNISED))
                .replace(Json.write(List.of(new SheetLines(sheet, List.of(0, 1)))), inputs);
        refuses(world, Rule.BT_05, () -> clerk.submit(Operation.PACK, pack.replace("[1]", "[0]")));
        clerk.submit(Operation.PACK, pack);
    }

    @Test
    void refusesABatchAboveOrBelowItsLines() {
        ActId sheet = sheet(line(household, 1_000));
        refuses(world, Rule.MB_03, clerk, pack(sheet, List.of(0), 1_000, 1, Claim.RECOGNISED));
        refuses(world, Rule.MB_03, clerk, pack(sheet, List.of(0), 998, 1, Claim.RECOGNISED));
        assertThat(refuses(world, Rule.MB_03, clerk, pack(sheet, List.of(0), 1_001, 0, Claim.RECOGNISED))
                        .arguments())
                .containsEntry("outputs", 1_001L)
                .containsEntry("inputs", 1_000L)
                .containsEntry("unit", "g");
    }

    @Test
    void refusesAClaimThatTheLinesDoNotBear() {
        ActId sheet = sheet(line(household, 500), ordinary(household, 500));
        refuses(world, Rule.BT_08, clerk, pack(sheet, List.of(0, 1), 1_000, 0, Claim.RECOGNISED));
        refuses(world, Rule.BT_08, clerk, pack(sheet, List.of(1), 500, 0, Claim.MIXED));
        refuses(world, Rule.BT_08, clerk, pack(sheet, List.of(0), 500, 0, Claim.ORDINARY));
        Pack mixed = pack(sheet, List.of(0, 1), 999, 1, Claim.MIXED);
        clerk.submit(mixed);
        String key = WALNUTS_A + "/" + mixed.lot();
        assertThat(Json.read(clerk.evaluate(Operation.GET, "batch", key), Batch.class)
                        .weights()
                        .recognised())
                .as("499.5 g rounded down")
                .isEqualTo(grams(499));
    }

    @Test
    void keepsTheFirstAndTheLastDayOfItsLines() {
        IntakeLine middle = on(today().minusDays(5));
        ActId sheet = sheet(middle, on(today().minusDays(9)), on(today().minusDays(2)), middle);
        Pack pack = pack(sheet, List.of(0, 1, 2, 3), 400, 0, Claim.RECOGNISED);
        clerk.submit(pack);

        Batch batch = Json.read(clerk.evaluate(Operation.GET, "batch", WALNUTS_A + "/" + pack.lot()), Batch.class);
        assertThat(batch.weighing().from()).isEqualTo(today().minusDays(9));
        assertThat(batch.weighing().to()).isEqualTo(today().minusDays(2));
    }

    private IntakeLine on(LocalDate day) {
        IntakeLine line = line(household, 100);
        return new IntakeLine(
                line.household(),
                line.commodity(),
                line.quantity(),
                line.grade(),
                day,
                line.kind(),
                line.confirmed(),
                line.page());
    }

    @Test
    void refusesSheetsAndLinesThatAreNotThereOrNotTheirs() {
        ActId sheet = sheet(line(household, 500));
        refuses(world, Rule.IN_01, clerk, pack(new ActId("no-sheet"), List.of(0), 500, 0, Claim.RECOGNISED));
        refuses(world, Rule.BT_04, clerk, pack(sheet, List.of(1), 500, 0, Claim.RECOGNISED));
        refuses(world, Rule.BT_04, clerk, pack(sheet, List.of(-1), 500, 0, Claim.RECOGNISED));
        HouseholdId other = world.grower(world.next(), COUNTY_B, COOPERATIVE_B, 1_000);
        RecordSheet theirs = new RecordSheet(world.id(), COOPERATIVE_B, SEASON, List.of(line(other, 500)));
        world.clerk(COOPERATIVE_B).submit(theirs);
        refuses(world, Rule.BT_03, clerk, pack(theirs.id(), List.of(0), 500, 0, Claim.RECOGNISED));
    }

    @Test
    void refusesAnActThatIsNoSheet() {
        Pack pack = pack(sheet(line(household, 500)), List.of(0), 500, 0, Claim.RECOGNISED);
        clerk.submit(pack);
        refuses(world, Rule.IN_01, clerk, pack(pack.id(), List.of(0), 500, 0, Claim.RECOGNISED));
    }

    @Test
    void refusesALineOfAnotherCommodity() {
        IntakeLine honey = new IntakeLine(
                household,
                HONEY,
                new Quantity(500, Unit.MILLILITRE),
                "",
                today(),
                LineKind.ORDINARY,
                Confirmation.WITNESS,
                Optional.empty());
        refuses(world, Rule.BT_07, clerk, pack(sheet(honey), List.of(0), 500, 0, Claim.ORDINARY));
    }

    @Test
    void refusesAProductThatIsUnknownOrNotTheirsAndALotTwice() {
        ActId sheet = sheet(line(household, 500), line(household, 500));
        refuses(world, Rule.CT_03, clerk, pack(Codes.gtin(999), new Lot("X"), today(), sheet, List.of(0), 500));
        refuses(world, Rule.CT_06, clerk, pack(WALNUTS_B, new Lot("X"), today(), sheet, List.of(0), 500));
        Pack first = pack(sheet, List.of(0), 500, 0, Claim.RECOGNISED);
        clerk.submit(first);
        refuses(world, Rule.BT_02, clerk, pack(WALNUTS_A, first.lot(), today(), sheet, List.of(1), 500));
    }

    @Test
    void refusesPackingBeforeWeighingInTheFutureOrLongPast() {
        ActId sheet = sheet(line(household, 500));
        Lot lot = lot();
        refuses(world, Rule.BT_09, clerk, pack(WALNUTS_A, lot, today().minusDays(1), sheet, List.of(0), 500));
        refuses(world, Rule.FM_22, clerk, pack(WALNUTS_A, lot, today().plusDays(1), sheet, List.of(0), 500));
        refuses(world, Rule.FM_23, clerk, pack(WALNUTS_A, lot, today().minusDays(31), sheet, List.of(0), 500));
    }

    @Test
    void refusesMoreThanAThousandLines() {
        List<SheetLines> full = List.of(
                new SheetLines(new ActId("a"), IntStream.range(0, 500).boxed().toList()),
                new SheetLines(new ActId("b"), IntStream.range(0, 500).boxed().toList()));
        String pack = Json.write(new Pack(
                world.id(), WALNUTS_A, lot(), COOPERATIVE_A, today(), full, grams(1), grams(0), Claim.ORDINARY));
        String more = pack.replace("]}],\"packed\"", "]},{\"sheet\":\"c\",\"lines\":[0]}],\"packed\"");
        refuses(world, Rule.IN_01, () -> clerk.submit(Operation.PACK, pack));
        refuses(world, Rule.FM_26, () -> clerk.submit(Operation.PACK, more));
    }

    /** Two hundred and fifty lines of as many sheets would make every peer read 60 MiB. */
    @Test
    void refusesMoreThanFortySheets() {
        List<SheetLines> inputs = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            inputs.add(new SheetLines(sheet(ordinary(household, 10), ordinary(household, 10)), List.of(0)));
        }
        String more = Json.write(pack(inputs));
        assertThat(refuses(world, Rule.FM_26, () -> clerk.submit(Operation.PACK, more))
                        .arguments())
                .containsEntry("field", "sheets")
                .containsEntry("value", 41L);
        inputs.set(40, new SheetLines(inputs.get(0).sheet(), List.of(1)));
        clerk.submit(pack(inputs));
    }

    @Test
    void refusesSheetsOfMoreThanTwoMebibytes() {
        CommodityCode longest = new CommodityCode("sample-" + world.next() + "x".repeat(21));
        world.province().submit(new DefineCommodity(world.id(), longest, "样例", Unit.GRAM));
        Gtin gtin = Codes.gtin(world.next());
        world.manager(COOPERATIVE_A)
                .submit(new RegisterProduct(world.id(), gtin, longest, "样例" + gtin, grams(500), COOPERATIVE_A));
        IntakeLine line = ordinary(household, 10);
        IntakeLine large = new IntakeLine(
                household, longest, grams(10), "特".repeat(20), line.day(), line.kind(), line.confirmed(), line.page());
        List<SheetLines> inputs = new ArrayList<>();
        long bytes = 0;
        while (bytes <= Limits.SHEET_BYTES_A_BATCH) {
            ActId sheet = sheet(Collections.nCopies(500, large).toArray(IntakeLine[]::new));
            bytes += world.inspector()
                    .evaluate(Operation.GET, "act", sheet.value())
                    .getBytes(UTF_8)
                    .length;
            inputs.add(new SheetLines(sheet, List.of(0)));
        }
        Pack more = pack(gtin, inputs);
        assertThat(refuses(world, Rule.FM_26, clerk, more).arguments())
                .containsEntry("field", "bytes of sheets")
                .containsEntry("value", bytes);
        clerk.submit(pack(gtin, inputs.subList(1, inputs.size())));
        theyAreListedByMebibytes(inputs.stream().map(SheetLines::sheet).toList());
    }

    /** Two hundred documents of a quarter mebibyte are asked for; answers of one come, and miss none. */
    private void theyAreListedByMebibytes(List<ActId> sheets) {
        List<String> listed = new ArrayList<>();
        int pages = 0;
        String bookmark = "";
        do {
            String answer = world.inspector().evaluate(Operation.LIST, "act", "", "200", bookmark);
            assertThat(answer.getBytes(UTF_8).length).isLessThanOrEqualTo(Limits.ANSWER_BYTES);
            Page page = Json.read(answer, Page.class);
            page.items().forEach(act -> listed.add(act.path("id").stringValue("")));
            pages++;
            bookmark = page.bookmark();
        } while (!bookmark.isEmpty());
        assertThat(pages).isGreaterThan(2);
        assertThat(listed).doesNotHaveDuplicates().isSorted();
        assertThat(listed).containsAll(sheets.stream().map(ActId::value).toList());
    }

    private ActId sheet(IntakeLine... lines) {
        RecordSheet sheet = new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(lines));
        clerk.submit(sheet);
        return sheet.id();
    }

    private Lot lot() {
        return new Lot("B" + world.next());
    }

    private Pack pack(ActId sheet, List<Integer> lines, long packed, long loss, Claim claim) {
        return pack(WALNUTS_A, lot(), COOPERATIVE_A, today(), new SheetLines(sheet, lines), packed, loss, claim);
    }

    private Pack pack(Gtin gtin, Lot lot, LocalDate day, ActId sheet, List<Integer> lines, long packed) {
        return pack(gtin, lot, COOPERATIVE_A, day, new SheetLines(sheet, lines), packed, 0, Claim.RECOGNISED);
    }

    /** Walnuts of as many lines of ten grams. */
    private Pack pack(List<SheetLines> inputs) {
        return pack(WALNUTS_A, inputs);
    }

    private Pack pack(Gtin gtin, List<SheetLines> inputs) {
        return new Pack(
                world.id(),
                gtin,
                lot(),
                COOPERATIVE_A,
                today(),
                inputs,
                grams(10L * inputs.size()),
                grams(0),
                Claim.ORDINARY);
    }

    private Pack pack(
            Gtin gtin,
            Lot lot,
            CreditCode cooperative,
            LocalDate day,
            SheetLines input,
            long packed,
            long loss,
            Claim claim) {
        return new Pack(world.id(), gtin, lot, cooperative, day, List.of(input), grams(packed), grams(loss), claim);
    }
}
