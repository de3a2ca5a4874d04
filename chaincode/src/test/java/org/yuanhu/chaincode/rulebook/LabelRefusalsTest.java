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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.chaincode.recognition.Advance;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.recognition.Revoke;
import org.yuanhu.chaincode.recognition.Validity;
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
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.Rule;

@ExtendWith(SharedWorld.class)
class LabelRefusalsTest {
    private static final String NONCE = "00112233445566778899aabbccddeeff";

    private final World world;
    private final Client clerk;
    private final Gtin gtin;
    private final BlockNumber block;
    private final HouseholdId household;

    LabelRefusalsTest(World world) {
        this.world = world;
        this.clerk = world.clerk(COOPERATIVE_A);
        int n = world.next();
        this.gtin = Codes.gtin(n);
        this.block = new BlockNumber("53" + n);
        this.household = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000_000);
        world.manager(COOPERATIVE_A)
                .submit(new RegisterProduct(world.id(), gtin, WALNUT, "核桃" + gtin, grams(500), COOPERATIVE_A));
        world.province().submit(new AdmitRunBlock(world.id(), block, COOPERATIVE_A));
    }

    @Test
    void refusesLabelsAboveTheBatch() {
        RecognitionId recognition = granted("above-", 300);
        pack("L", Claim.RECOGNISED, line(household, 1_499));
        refuses(world, Rule.MB_04, clerk, run(0, "L", 3, recognition));
        clerk.submit(run(0, "L", 1, recognition));
        refuses(world, Rule.MB_04, clerk, run(1, "L", 2, recognition));
        clerk.submit(run(1, "L", 1, recognition));
        refuses(world, Rule.MB_04, clerk, run(2, "L", 1, recognition));
    }

    @Test
    void refusesARunNumberUsedOrOutsideTheCooperativesBlocks() {
        RecognitionId recognition = granted("run-", 300);
        pack("L", Claim.RECOGNISED, line(household, 10_000));
        clerk.submit(run(7, "L", 1, recognition));
        refuses(world, Rule.RN_02, clerk, run(7, "L", 1, recognition));
        refuses(world, Rule.RN_01, clerk, run(World.BLOCK_B, 0, "L", 1, recognition));
        refuses(world, Rule.RN_01, clerk, run(new BlockNumber("999999"), 0, "L", 1, recognition));
    }

    @Test
    void refusesLabelsWithoutARecognitionInForce() {
        pack("L", Claim.RECOGNISED, line(household, 10_000));
        RecognitionId applied = applied("applied-");
        refuses(world, Rule.RC_03, clerk, run(0, "L", 1, new RecognitionId("nothing")));
        refuses(world, Rule.RN_06, clerk, run(0, "L", 1, applied));
        Validity tomorrow = new Validity(today().plusDays(1), today().plusDays(9));
        refuses(
                world,
                Rule.RN_06,
                clerk,
                run(0, "L", 1, world.granted("early-" + world.next(), gtin, COOPERATIVE_A, COUNTY_A, tomorrow)));
        RecognitionId revoked = granted("revoked-", 300);
        world.city().submit(new Revoke(world.id(), revoked, "不合格"));
        refuses(world, Rule.RN_06, clerk, run(0, "L", 1, revoked));
        RecognitionId other =
                world.granted("other-" + world.next(), World.WALNUTS_A, COOPERATIVE_A, COUNTY_A, today().plusDays(9));
        refuses(world, Rule.RN_05, clerk, run(0, "L", 1, other));
        clerk.submit(run(0, "L", 1, granted("today-", 0)));
    }

    @Test
    void refusesLabelsUnlessEveryCountyOfTheGoodsIsRecognised() {
        HouseholdId neighbour = world.grower(world.next(), COUNTY_B, COOPERATIVE_A, 1_000);
        pack("L", Claim.RECOGNISED, line(household, 1_000), line(neighbour, 1_000));
        RecognitionId here = granted("here-", 300);
        refuses(world, Rule.RN_04, clerk, run(0, "L", 1, here));
        RecognitionId there =
                world.granted("there-" + world.next(), gtin, COOPERATIVE_A, COUNTY_B, today().plusDays(9));
        clerk.submit(run(0, "L", 1, here, there));
    }

    @Test
    void refusesARecognitionOfACountyTheBatchIsNotFrom() {
        pack("L", Claim.RECOGNISED, line(household, 1_000));
        RecognitionId here = granted("of-here-", 300);
        RecognitionId elsewhere =
                world.granted("elsewhere-" + world.next(), gtin, COOPERATIVE_A, COUNTY_B, today().plusDays(9));
        assertThat(refuses(world, Rule.RN_05, clerk, run(0, "L", 1, here, elsewhere))
                        .arguments())
                .containsEntry("recognition", elsewhere.value());
        clerk.submit(run(0, "L", 1, here));
    }

    @Test
    void refusesLabelsForABatchWithoutRecognisedGoodsAndForNone() {
        RecognitionId recognition = granted("ordinary-", 300);
        pack("L", Claim.ORDINARY, ordinary(household, 1_000));
        refuses(world, Rule.RN_03, clerk, run(0, "L", 1, recognition));
        refuses(world, Rule.BT_01, clerk, run(0, "NONE", 1, recognition));
    }

    @Test
    void refusesACountOutsideItsLimits() {
        String run = Json.write(run(0, "L", 100_000, new RecognitionId("r")));
        refuses(world, Rule.LB_06, () -> clerk.submit(Operation.ASSIGN_RUN, run.replace(":100000,", ":100001,")));
        refuses(world, Rule.LB_06, () -> clerk.submit(Operation.ASSIGN_RUN, run.replace(":100000,", ":0,")));
    }

    @Test
    void refusesToAttestWhatWasNeverPrinted() {
        RecognitionId recognition = granted("attest-", 300);
        pack("L", Claim.RECOGNISED, line(household, 10_000));
        AssignRun run = run(0, "L", 5, recognition);
        clerk.submit(run);
        refuses(world, Rule.RN_07, () -> attest("99999999", "0", NONCE));
        refuses(world, Rule.LB_03, () -> attest(run.run().value(), "5", NONCE));
        refuses(world, Rule.LB_03, () -> attest(run.run().value(), "-1", NONCE));
        refuses(world, Rule.FM_19, () -> attest(run.run().value(), "4", "00"));
        refuses(world, Rule.FM_05, () -> attest("5200010", "4", NONCE));
        attest(run.run().value(), "4", NONCE);
    }

    @Test
    void refusesStepsOutOfOrderByTheWrongRoleOrWithoutTheirDays() {
        RecognitionId recognition = applied("steps-");
        Client county = world.proposer(COUNTY_A);
        Optional<Validity> days = Optional.of(new Validity(today(), today().plusDays(1)));
        refuses(world, Rule.RC_05, county, advance(recognition, "city", Optional.empty()));
        refuses(world, Rule.RC_06, world.city(), advance(recognition, "county", Optional.empty()));
        refuses(world, Rule.RC_07, county, advance(recognition, "county", days));
        county.submit(advance(recognition, "county", Optional.empty()));
        refuses(world, Rule.RC_05, county, advance(recognition, "county", Optional.empty()));
        world.city().submit(advance(recognition, "city", Optional.empty()));
        refuses(world, Rule.RC_07, world.province(), advance(recognition, "province", Optional.empty()));
        world.province().submit(advance(recognition, "province", days));
        refuses(world, Rule.RC_08, world.province(), advance(recognition, "province", days));
        world.province().submit(new Revoke(world.id(), recognition, "不合格"));
        refuses(world, Rule.RC_09, world.province(), new Revoke(world.id(), recognition, "不合格"));
        refuses(world, Rule.RC_09, world.province(), advance(recognition, "province", days));
        refuses(
                world,
                Rule.RC_04,
                world.manager(COOPERATIVE_A),
                new Apply(world.id(), recognition, World.SCHEME, gtin, COOPERATIVE_A, COUNTY_A));
    }

    /** Fifty years back, five hundred ahead, no year of four digits: what a scheme's last officer could write once. */
    @Test
    void refusesAValidityBeforeItIsGrantedAboveThreeYearsOrOutsideTheCalendar() {
        RecognitionId recognition = applied("days-");
        world.proposer(COUNTY_A).submit(advance(recognition, "county", Optional.empty()));
        world.city().submit(advance(recognition, "city", Optional.empty()));
        refuses(world, Rule.FM_21, () -> grant(recognition, today().minusYears(50), today()));
        refuses(world, Rule.RC_14, () -> grant(recognition, today().minusDays(1), today().plusDays(1)));
        refuses(world, Rule.RC_14, () -> grant(recognition, today().minusDays(9), today().minusDays(1)));
        refuses(world, Rule.RC_13, () -> grant(recognition, today(), today().plusYears(3)));
        refuses(world, Rule.FM_33, () -> grant(recognition, today().plusDays(2), today().plusDays(1)));
        String days = Json.write(
                advance(recognition, "province", Optional.of(new Validity(today(), LocalDate.of(2099, 12, 31)))));
        for (String last : List.of("2526-01-01", "2100-01-01", "-999999999-01-01", "1999-12-31")) {
            refuses(
                    world,
                    Rule.FM_21,
                    () -> world.province().submit(Operation.ADVANCE, days.replace("2099-12-31", last)));
        }
        grant(recognition, today(), today().plusYears(3).minusDays(1));
    }

    private void grant(RecognitionId recognition, LocalDate from, LocalDate to) {
        world.province().submit(advance(recognition, "province", Optional.of(new Validity(from, to))));
    }

    private Advance advance(RecognitionId recognition, String step, Optional<Validity> validity) {
        return new Advance(world.id(), recognition, step, validity);
    }

    private RecognitionId applied(String name) {
        RecognitionId recognition = new RecognitionId(name + world.next());
        world.manager(COOPERATIVE_A)
                .submit(new Apply(world.id(), recognition, World.SCHEME, gtin, COOPERATIVE_A, COUNTY_A));
        return recognition;
    }

    private RecognitionId granted(String name, int days) {
        return world.granted(name + world.next(), gtin, COOPERATIVE_A, COUNTY_A, today().plusDays(days));
    }

    private void pack(String lot, Claim claim, IntakeLine... lines) {
        RecordSheet sheet = new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(lines));
        clerk.submit(sheet);
        List<Integer> all =
                java.util.stream.IntStream.range(0, lines.length).boxed().toList();
        long weight = List.of(lines).stream()
                .mapToLong(line -> line.quantity().value())
                .sum();
        clerk.submit(new Pack(
                world.id(),
                gtin,
                new Lot(lot),
                COOPERATIVE_A,
                today(),
                List.of(new SheetLines(sheet.id(), all)),
                grams(weight),
                grams(0),
                claim));
    }

    private AssignRun run(int number, String lot, int count, RecognitionId... recognitions) {
        return run(block, number, lot, count, recognitions);
    }

    private AssignRun run(BlockNumber in, int number, String lot, int count, RecognitionId... recognitions) {
        return new AssignRun(
                world.id(),
                RunNumber.of(in.value(), number),
                gtin,
                new Lot(lot),
                LabelClass.UNIT,
                count,
                Hash.ZERO,
                List.of(recognitions));
    }

    private String attest(String run, String index, String nonce) {
        return world.platform().evaluate(Operation.ATTEST, run, index, nonce);
    }
}
