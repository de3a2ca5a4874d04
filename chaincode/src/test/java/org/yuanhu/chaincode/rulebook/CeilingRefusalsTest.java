package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_B;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.HONEY;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUT;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.line;
import static org.yuanhu.chaincode.testledger.World.today;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.allotment.Ceiling;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.ceiling.Allot;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.chaincode.household.Reinstate;
import org.yuanhu.chaincode.household.Suspend;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.membership.Leave;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Season;

@ExtendWith(SharedWorld.class)
class CeilingRefusalsTest {
    private final World world;
    private final Client voucher;
    private final Client officer;

    CeilingRefusalsTest(World world) {
        this.world = world;
        this.voucher = world.voucher(COUNTY_A);
        this.officer = world.proposer(COUNTY_A);
    }

    @Test
    void refusesACeilingProposedOrConfirmedByWhoVouchedOrConfirmedByWhoProposed() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        refuses(world, Rule.CL_03, voucher, propose(household, 10_000, 3_000_000));
        refuses(world, Rule.CL_04, world.city(), confirm(household, 3_000_000));
        officer.submit(propose(household, 10_000, 3_000_000));
        refuses(world, Rule.CL_06, officer, confirm(household, 3_000_000));
        refuses(world, Rule.CL_03, voucher, confirm(household, 3_000_000));
        refuses(world, Rule.CL_05, world.city(), confirm(household, 2_999_999));
        world.officer(COUNTY_A, 3).submit(confirm(household, 3_000_000));
        refuses(world, Rule.CL_04, world.city(), confirm(household, 3_000_000));
    }

    /** Whoever holds a county's certificate and the city's is one person, and does one of the three things. */
    @Test
    void refusesAPersonsSecondCertificateWhereAnotherPersonIsAskedFor() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        refuses(world, Rule.CL_03, world.also(voucher, COUNTY_A), propose(household, 10_000, 1_000));
        officer.submit(propose(household, 10_000, 1_000));
        refuses(world, Rule.CL_06, world.also(officer, World.CITY), confirm(household, 1_000));
        refuses(world, Rule.CL_06, world.also(officer, COUNTY_A), confirm(household, 1_000));
        refuses(world, Rule.CL_03, world.also(voucher, World.CITY), confirm(household, 1_000));
        world.also(world.city(), COUNTY_A).submit(confirm(household, 1_000));
    }

    /** A thousand square metres were seen, a hundred million stand there now: who confirms says what they saw. */
    @Test
    void refusesToConfirmAnotherAreaThanWasProposed() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        officer.submit(propose(household, 1_000, 300_000));
        officer.submit(propose(household, Ceiling.LARGEST_AREA, 300_000));
        assertThat(refuses(world, Rule.CL_11, world.city(), confirm(household, WALNUT, 1_000, 300_000))
                        .arguments())
                .containsEntry("proposed", 100_000_000L)
                .containsEntry("area", 1_000L);
        officer.submit(propose(household, 1_000, 300_000));
        String json = Json.write(confirm(household, WALNUT, 1_000, 300_000));
        refuses(world, Rule.DC_03, () -> world.city().submit(Operation.CONFIRM, json.replace("\"area\":1000,", "")));
        world.city().submit(Operation.CONFIRM, json);
        assertThat(ceiling(household).area()).hasValue(1_000L);
    }

    /** The yield counts that is in force when the ceiling is confirmed, not the one it was proposed by. */
    @Test
    void refusesToConfirmWhatThePlotsCannotBearAnyMore() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        CommodityCode tea = new CommodityCode("tea-" + world.next());
        world.province().submit(new DefineCommodity(world.id(), tea, "茶青", Unit.GRAM));
        world.province().submit(new SetYield(world.id(), tea, SEASON, grams(3_000_000)));
        officer.submit(new Propose(world.id(), household, tea, SEASON, 10_000, grams(3_000_000)));
        world.province().submit(new SetYield(world.id(), tea, SEASON, grams(300_000)));
        assertThat(refuses(world, Rule.CL_02, world.city(), confirm(household, tea, 10_000, 3_000_000))
                        .arguments())
                .containsEntry("limit", 300_000L);
        officer.submit(new Propose(world.id(), household, tea, SEASON, 10_000, grams(300_000)));
        world.city().submit(confirm(household, tea, 10_000, 300_000));
    }

    @Test
    void refusesMoreThanThePlotsCanBear() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        refuses(world, Rule.CL_02, officer, propose(household, 10_000, 3_000_001));
        refuses(world, Rule.CL_02, officer, propose(household, 1, 301));
        officer.submit(propose(household, 1, 300));
    }

    @Test
    void refusesACommodityWithoutYieldOrDefinitionAndAWrongUnit() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        Quantity millilitre = new Quantity(1, Unit.MILLILITRE);
        refuses(world, Rule.CL_01, officer, new Propose(world.id(), household, HONEY, SEASON, 1, millilitre));
        refuses(world, Rule.CT_05, officer, new Propose(world.id(), household, WALNUT, SEASON, 1, millilitre));
        CommodityCode unknown = new CommodityCode("durian");
        refuses(world, Rule.CT_01, world.province(), new SetYield(world.id(), unknown, SEASON, grams(1)));
    }

    @Test
    void refusesAllotmentsAboveTheCeiling() {
        HouseholdId household = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
        refuses(world, Rule.CL_07, officer, world.allot(household, COOPERATIVE_A, 0, 1));
        world.raise(household, COUNTY_A, 1_000);
        refuses(world, Rule.MM_01, officer, world.allot(household, COOPERATIVE_B, 0, 1));
        world.clerk(COOPERATIVE_B).submit(new Join(world.id(), COOPERATIVE_B, household, today()));
        refuses(world, Rule.CL_08, officer, world.allot(household, COOPERATIVE_A, 0, 1_001));
        officer.submit(world.allot(household, COOPERATIVE_A, 0, 600));
        refuses(world, Rule.CL_08, officer, world.allot(household, COOPERATIVE_B, 0, 401));
        officer.submit(world.allot(household, COOPERATIVE_B, 0, 400));
        refuses(world, Rule.CL_10, officer, world.allot(household, COOPERATIVE_A, 1, 600));
    }

    @Test
    void refusesAnAllotmentBelowWhatWasTakenAndACeilingBelowWhatIsAllotted() {
        HouseholdId household = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000);
        world.clerk(COOPERATIVE_A)
                .submit(new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(household, 700))));
        refuses(world, Rule.CL_09, officer, world.allot(household, COOPERATIVE_A, 0, 699));
        officer.submit(propose(household, 10_000, 999));
        refuses(world, Rule.CL_08, world.city(), confirm(household, 999));
        officer.submit(world.allot(household, COOPERATIVE_A, 0, 700));
        world.city().submit(confirm(household, 999));
    }

    @Test
    void givesBackWhatWasNotTakenWhenAHouseholdLeavesOrIsSuspended() {
        HouseholdId household = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000);
        Client clerk = world.clerk(COOPERATIVE_A);
        clerk.submit(new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(household, 300))));
        clerk.submit(new Leave(world.id(), COOPERATIVE_A, household, today()));
        assertThat(allotted(household)).containsExactly(grams(300));
        refuses(
                world,
                Rule.MM_01,
                clerk,
                new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(household, 1))));
        clerk.submit(new Join(world.id(), COOPERATIVE_A, household, today()));
        refuses(
                world,
                Rule.MB_02,
                clerk,
                new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(household, 1))));
        officer.submit(world.allot(household, COOPERATIVE_A, 0, 1_000));
        voucher.submit(new Suspend(world.id(), household, "核查"));
        refuses(
                world,
                Rule.HH_02,
                clerk,
                new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(household, 1))));
        refuses(world, Rule.HH_02, officer, world.allot(household, COOPERATIVE_A, 0, 1_000));
        voucher.submit(new Reinstate(world.id(), household, "核查完毕"));
        officer.submit(world.allot(household, COOPERATIVE_A, 0, 1_000));
        clerk.submit(new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(household, 700))));
    }

    @Test
    void showsACeilingRaisedAfterTheHarvestBegan() {
        HouseholdId household = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000);
        world.raise(household, COUNTY_A, 2_000);
        assertThat(ceiling(household).revisions())
                .extracting(revision -> revision.amount())
                .containsExactly(grams(1_000), grams(2_000));
    }

    @Test
    void refusesAPageOfMoreThanTwoHundredHouseholds() throws Exception {
        Season season = new Season("2027");
        world.province().submit(new SetYield(world.id(), WALNUT, season, grams(3_000_000)));
        List<HouseholdId> households = atOnce(201, () -> {
            HouseholdId household = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
            officer.submit(new Propose(world.id(), household, WALNUT, season, 10_000, grams(10)));
            world.city().submit(new Confirm(world.id(), household, WALNUT, season, Optional.of(10_000L), grams(10)));
            return household;
        });
        for (HouseholdId household : households.subList(0, 200)) {
            officer.submit(allotOnPage7(household, season));
        }
        refuses(world, Rule.FM_26, officer, allotOnPage7(households.get(200), season));
    }

    private Allot allotOnPage7(HouseholdId household, Season season) {
        return new Allot(world.id(), household, WALNUT, season, COOPERATIVE_A, 7, grams(10));
    }

    /** On a real network a commit takes a tenth of a second, however many there are in it. */
    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(Collections.nCopies(times, work))) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private Propose propose(HouseholdId household, long area, long grams) {
        return new Propose(world.id(), household, WALNUT, SEASON, area, grams(grams));
    }

    private Confirm confirm(HouseholdId household, long grams) {
        return confirm(household, WALNUT, 10_000, grams);
    }

    private Confirm confirm(HouseholdId household, CommodityCode commodity, long area, long grams) {
        return new Confirm(world.id(), household, commodity, SEASON, Optional.of(area), grams(grams));
    }

    private List<Quantity> allotted(HouseholdId household) {
        return ceiling(household).allotted().stream()
                .map(share -> share.amount())
                .toList();
    }

    private Ceiling ceiling(HouseholdId household) {
        String key = household + "/" + WALNUT + "/" + SEASON;
        return Json.read(world.inspector().evaluate(Operation.GET, "ceiling", key), Ceiling.class);
    }
}
