package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.HONEY;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUT;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.ordinary;
import static org.yuanhu.chaincode.testledger.World.today;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.intake.Confirmation;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.LineKind;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.Rule;

@ExtendWith(SharedWorld.class)
class IntakeRefusalsTest {
    private final World world;
    private final Client clerk;

    IntakeRefusalsTest(World world) {
        this.world = world;
        this.clerk = world.clerk(COOPERATIVE_A);
    }

    @Test
    void refusesALineAboveItsAllotment() {
        HouseholdId household = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000);
        refuses(world, Rule.MB_01, clerk, sheet(line(household, 1_001)));
        clerk.submit(sheet(line(household, 1_000)));
        refuses(world, Rule.MB_01, clerk, sheet(line(household, 1)));
    }

    @Test
    void refusesTwoLinesOfOneSheetThatTogetherExceedTheAllotment() {
        HouseholdId household = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000);
        assertThat(refuses(world, Rule.MB_01, clerk, sheet(line(household, 600), line(household, 401)))
                        .arguments())
                .containsEntry("line", 1L)
                .containsEntry("taken", 1_001L)
                .containsEntry("allotted", 1_000L);
        clerk.submit(sheet(line(household, 600), line(household, 400)));
    }

    @Test
    void refusesAnUnvouchedHouseholdANonMemberAndWhoHasNoAllotment() {
        HouseholdId nobody = Codes.household(world.next());
        refuses(world, Rule.HH_01, clerk, sheet(line(nobody, 1)));
        refuses(world, Rule.HH_01, clerk, sheet(ordinary(nobody, 1)));
        HouseholdId stranger = world.vouched(world.next(), COUNTY_A);
        refuses(world, Rule.MM_01, clerk, sheet(line(stranger, 1)));
        refuses(world, Rule.MM_01, clerk, sheet(ordinary(stranger, 1)));
        HouseholdId member = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
        refuses(world, Rule.MB_02, clerk, sheet(line(member, 1)));
        clerk.submit(sheet(ordinary(member, 1)));
    }

    @Test
    void refusesAnotherUnitOrAnUnknownCommodity() {
        HouseholdId member = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
        refuses(world, Rule.CT_05, clerk, sheet(line(member, WALNUT, new Quantity(1, Unit.PIECE), today())));
        refuses(world, Rule.CT_05, clerk, sheet(line(member, HONEY, grams(1), today())));
        refuses(world, Rule.CT_01, clerk, sheet(line(member, new CommodityCode("durian"), grams(1), today())));
    }

    @Test
    void refusesADayInTheFutureOrLongPastNamingTheLine() {
        HouseholdId member = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
        IntakeLine good = ordinary(member, 1);
        assertThat(refuses(world, Rule.FM_22, clerk, sheet(good, line(member, WALNUT, grams(1), today().plusDays(1))))
                        .arguments())
                .containsEntry("field", "lines[1].day");
        refuses(world, Rule.FM_23, clerk, sheet(line(member, WALNUT, grams(1), today().minusDays(31))));
        clerk.submit(sheet(line(member, WALNUT, grams(1), today().minusDays(30))));
    }

    @Test
    void refusesMoreThanFiveHundredLinesAndNone() {
        HouseholdId member = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
        String line = Json.write(ordinary(member, 1));
        String sheet = Json.write(sheet(ordinary(member, 1)));
        String tooMany = String.join(",", Collections.nCopies(Limits.LINES_A_SHEET + 1, line));
        refuses(world, Rule.FM_26, () -> clerk.submit(Operation.RECORD_SHEET, sheet.replace(line, tooMany)));
        refuses(world, Rule.FM_29, () -> clerk.submit(Operation.RECORD_SHEET, sheet.replace(line, "")));
        clerk.submit(Operation.RECORD_SHEET, sheet.replace(line, tooMany.substring(line.length() + 1)));
    }

    @Test
    void refusesAnActOfMoreThanAQuarterMebibyte() {
        String sheet = Json.write(sheet(ordinary(Codes.household(1), 1)));
        String padded = sheet + " ".repeat(Limits.ACT_BYTES - sheet.length() + 1);
        refuses(world, Rule.FM_26, () -> clerk.submit(Operation.RECORD_SHEET, padded));
    }

    @Test
    void refusesARecognisedLineWithoutPageAndAnOrdinaryOneWith() {
        String sheet = Json.write(sheet(line(Codes.household(1), 1)));
        refuses(world, Rule.IN_02, () -> clerk.submit(Operation.RECORD_SHEET, sheet.replace(",\"page\":0", "")));
        refuses(
                world,
                Rule.IN_02,
                () -> clerk.submit(Operation.RECORD_SHEET, sheet.replace("\"recognised\"", "\"ordinary\"")));
    }

    private RecordSheet sheet(IntakeLine... lines) {
        return new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(lines));
    }

    private static IntakeLine line(HouseholdId household, CommodityCode commodity, Quantity quantity, LocalDate day) {
        return new IntakeLine(
                household, commodity, quantity, "", day, LineKind.ORDINARY, Confirmation.WITNESS, Optional.empty());
    }

    private static IntakeLine line(HouseholdId household, long grams) {
        return World.line(household, grams);
    }
}
