package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_B;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUT;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.line;
import static org.yuanhu.chaincode.testledger.World.ordinary;
import static org.yuanhu.chaincode.testledger.World.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.CategoryWeight;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.chaincode.intake.Confirmation;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.LineKind;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.chaincode.recognition.DefineScheme;
import org.yuanhu.chaincode.recognition.Requirement;
import org.yuanhu.chaincode.recognition.Step;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.registry.BlockNumber;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** How much of a batch must count as recognised before a label may say so. */
@ExtendWith(SharedWorld.class)
class ShareTest {
    private static final long ALLOTTED = 1_000_000;

    private final World world;
    private final Client clerk;
    private final Gtin gtin;
    private final BlockNumber block;
    private final HouseholdId lifted;
    private final HouseholdId stranger;
    private int runs;

    ShareTest(World world) {
        this.world = world;
        this.clerk = world.clerk(COOPERATIVE_A);
        int n = world.next();
        this.gtin = Codes.gtin(n);
        this.block = new BlockNumber("56" + n);
        this.lifted = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, ALLOTTED);
        this.stranger = world.member(world.next(), COUNTY_B, COOPERATIVE_A);
        world.manager(COOPERATIVE_A)
                .submit(new RegisterProduct(world.id(), gtin, WALNUT, "核桃" + gtin, grams(1_000), COOPERATIVE_A));
        world.province().submit(new AdmitRunBlock(world.id(), block, COOPERATIVE_A));
    }

    @Test
    void refusesFiftyThousandLabelsForOneRecognisedGramAmongFiftyTonsOfAStranger() {
        pack("GRAM", 0, line(lifted, 1), byItself(stranger, 50_000_000));
        for (SchemeId scheme : List.of(World.SCHEME, World.HALF)) {
            RefusedException refused = refuses(world, Rule.RN_09, clerk, run("GRAM", 50_000, granted(scheme)));
            assertThat(refused.arguments())
                    .containsEntry("counting", 1L)
                    .containsEntry("quantity", 50_000_001L)
                    .containsEntry("share", 0L);
        }
        // without a recognition there are no labels at all
        refuses(world, Rule.FM_29, clerk, run("GRAM", 50_000));
    }

    @Test
    void aSchemeThatSaysNothingWantsEverythingRecognised() {
        RecognitionId recognition = granted(World.SCHEME);
        pack("ALMOST", 0, line(lifted, 99_999), ordinary(stranger, 1));
        refuses(world, Rule.RN_09, clerk, run("ALMOST", 1, recognition));
        pack("ALL", 7, line(lifted, 60_001), line(grower(of(Category.GENERAL)), 40_006));
        clerk.submit(run("ALL", 100, recognition));
    }

    @Test
    void aBatchJustAtTheShareGetsLabelsAndOneGramBelowGetsNone() {
        RecognitionId recognition = granted(World.HALF);
        pack("BELOW", 0, line(lifted, 49_999), ordinary(stranger, 50_001));
        RefusedException refused = refuses(world, Rule.RN_09, clerk, run("BELOW", 1, recognition));
        assertThat(refused.arguments()).containsEntry("share", 499L).containsEntry("least", 500L);
        pack("AT", 0, line(lifted, 50_000), ordinary(stranger, 50_000));
        clerk.submit(run("AT", 100, recognition));
    }

    @Test
    void lossTakesNothingFromTheShareThoughWeightsAreRoundedDown() {
        // a hundredth is lost of each; 500 g of what is left count, rounded down from 500.5 g
        pack("LOSS", 11, line(lifted, 506), ordinary(stranger, 506));
        assertThat(batch("LOSS").weights().recognised()).isEqualTo(grams(500));
        clerk.submit(run("LOSS", 1, granted(World.HALF)));
    }

    @Test
    void refusesLabelsWhereNothingIsLeftThatCountsWhateverTheSchemeSays() {
        RecognitionId recognition = granted(World.ANY);
        pack("NOTHING", 1, line(lifted, 1), ordinary(stranger, 99_999));
        assertThat(batch("NOTHING").weights().recognised()).isEqualTo(grams(0));
        refuses(world, Rule.RN_08, clerk, run("NOTHING", 1, recognition));
        pack("ONE", 0, line(lifted, 1), ordinary(stranger, 99_999));
        clerk.submit(run("ONE", 100, recognition));
    }

    @Test
    void onlyTheCategoriesThatTheSchemeNamesCount() {
        RecognitionId half = granted(World.HALF);
        HouseholdId general = grower(of(Category.GENERAL));
        pack("GENERAL", 0, line(general, 10_000));
        refuses(world, Rule.RN_08, clerk, run("GENERAL", 1, half));
        pack("FEW", 0, line(general, 5_001), line(lifted, 4_999));
        refuses(world, Rule.RN_09, clerk, run("FEW", 1, half));
        pack("ENOUGH", 0, line(general, 5_000), line(lifted, 5_000));
        clerk.submit(run("ENOUGH", 1, half));
        // the other scheme takes them all
        clerk.submit(run("GENERAL", 1, granted(World.SCHEME)));
        assertThat(basis("FEW").recognisedLines())
                .containsExactly(
                        new CategoryWeight(List.of(Category.GENERAL), grams(5_001)),
                        new CategoryWeight(List.of(Category.LIFTED), grams(4_999)));
    }

    @Test
    void aLineCountsAsWhatItsHouseholdWasOnItsDay() {
        HouseholdId changed = grower(List.of(
                new CategoryPeriod(Category.MONITORED, LocalDate.of(2021, 1, 1), Optional.of(today().minusDays(3))),
                new CategoryPeriod(Category.GENERAL, today().minusDays(3), Optional.empty())));
        RecognitionId half = granted(World.HALF);
        pack("LAST-DAY", 0, on(3, line(changed, 1_000)));
        pack("DAY-AFTER", 0, on(2, line(changed, 1_000)));
        assertThat(basis("LAST-DAY").recognisedLines())
                .containsExactly(new CategoryWeight(List.of(Category.MONITORED, Category.GENERAL), grams(1_000)));
        assertThat(basis("DAY-AFTER").recognisedLines())
                .containsExactly(new CategoryWeight(List.of(Category.GENERAL), grams(1_000)));
        clerk.submit(run("LAST-DAY", 1, half));
        refuses(world, Rule.RN_08, clerk, run("DAY-AFTER", 1, half));
    }

    @Test
    void aHouseholdOfNoCategoryOnTheDayCountsOnlyWhereNoneIsNamed() {
        HouseholdId former = grower(List.of(
                new CategoryPeriod(Category.LIFTED, LocalDate.of(2020, 1, 1), Optional.of(today().minusDays(1)))));
        pack("NONE", 0, line(former, 1_000));
        assertThat(basis("NONE").recognisedLines()).containsExactly(new CategoryWeight(List.of(), grams(1_000)));
        refuses(world, Rule.RN_08, clerk, run("NONE", 1, granted(World.HALF)));
        clerk.submit(run("NONE", 1, granted(World.SCHEME)));
    }

    @Test
    void aRunUnderTwoSchemesHasTheShareOfBoth() {
        HouseholdId neighbour = world.grower(world.next(), COUNTY_B, COOPERATIVE_A, ALLOTTED);
        pack("TWO", 0, line(lifted, 5_000), line(neighbour, 4_000), ordinary(stranger, 1_000));
        RecognitionId strict =
                world.granted("share-" + world.next(), gtin, COOPERATIVE_A, COUNTY_B, today().plusDays(9));
        RecognitionId lenient =
                world.granted("share-" + world.next(), World.HALF, gtin, COOPERATIVE_A, COUNTY_B, today().plusDays(9));
        refuses(world, Rule.RN_09, clerk, run("TWO", 1, granted(World.HALF), strict));
        clerk.submit(run("TWO", 1, granted(World.HALF), lenient));
    }

    @Test
    void refusesASchemeWhoseShareIsNoneOrThatCountsNobody() {
        DefineScheme scheme = new DefineScheme(
                world.id(),
                new SchemeId("share-" + world.next()),
                "方案",
                List.of(new Step("county", Role.COUNTY_OFFICER), new Step("platform", Role.PLATFORM_OPERATOR)),
                Requirement.of(1_000, List.of(Category.LIFTED)));
        String json = Json.write(scheme);
        Client province = world.province();
        refuses(world, Rule.FM_26, () -> province.submit(Operation.DEFINE_SCHEME, json.replace(":1000,", ":1001,")));
        refuses(world, Rule.FM_29, () -> province.submit(Operation.DEFINE_SCHEME, json.replace(":1000,", ":-1,")));
        refuses(world, Rule.FM_29, () -> province.submit(Operation.DEFINE_SCHEME, json.replace("\"lifted\"", "")));
        refuses(world, Rule.FM_30, () -> province.submit(Operation.DEFINE_SCHEME, json.replace("lifted", "rich")));
        province.submit(scheme);
    }

    private static List<CategoryPeriod> of(Category category) {
        return List.of(new CategoryPeriod(category, LocalDate.of(2020, 1, 1), Optional.empty()));
    }

    private HouseholdId grower(List<CategoryPeriod> categories) {
        return world.grower(world.next(), COUNTY_A, COOPERATIVE_A, ALLOTTED, categories);
    }

    private RecognitionId granted(SchemeId scheme) {
        return world.granted("share-" + world.next(), scheme, gtin, COOPERATIVE_A, COUNTY_A, today().plusDays(9));
    }

    /** An ordinary line that the clerk says the household confirmed. */
    private static IntakeLine byItself(HouseholdId household, long weight) {
        return new IntakeLine(
                household,
                WALNUT,
                grams(weight),
                "",
                today(),
                LineKind.ORDINARY,
                Confirmation.HOUSEHOLD,
                Optional.empty());
    }

    private static IntakeLine on(int daysAgo, IntakeLine line) {
        return new IntakeLine(
                line.household(),
                line.commodity(),
                line.quantity(),
                line.grade(),
                today().minusDays(daysAgo),
                line.kind(),
                line.confirmed(),
                line.page());
    }

    private void pack(String lot, long loss, IntakeLine... lines) {
        RecordSheet sheet = new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(lines));
        clerk.submit(sheet);
        long weight =
                Stream.of(lines).mapToLong(line -> line.quantity().value()).sum();
        boolean mixed = Stream.of(lines).anyMatch(line -> line.kind() == LineKind.ORDINARY);
        clerk.submit(new Pack(
                world.id(),
                gtin,
                new Lot(lot),
                COOPERATIVE_A,
                today(),
                List.of(new SheetLines(
                        sheet.id(), IntStream.range(0, lines.length).boxed().toList())),
                grams(weight - loss),
                grams(loss),
                mixed ? Claim.MIXED : Claim.RECOGNISED));
    }

    private Batch batch(String lot) {
        return Json.read(world.inspector().evaluate(Operation.GET, "batch", gtin + "/" + lot), Batch.class);
    }

    private Batch.Basis basis(String lot) {
        return batch(lot).basis().orElseThrow();
    }

    private AssignRun run(String lot, int count, RecognitionId... recognitions) {
        return new AssignRun(
                world.id(),
                RunNumber.of(block.value(), runs++),
                gtin,
                new Lot(lot),
                LabelClass.UNIT,
                count,
                Hash.ZERO,
                List.of(recognitions));
    }
}
