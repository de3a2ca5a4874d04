package org.yuanhu.chaincode.stored;

import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_B;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_B;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUT;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_A;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.line;
import static org.yuanhu.chaincode.testledger.World.ordinary;
import static org.yuanhu.chaincode.testledger.World.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.household.Consent;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.household.Reinstate;
import org.yuanhu.chaincode.household.Suspend;
import org.yuanhu.chaincode.household.Vouch;
import org.yuanhu.chaincode.household.Withdraw;
import org.yuanhu.chaincode.intake.Confirmation;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.chaincode.membership.Leave;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.recognition.Revoke;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * A small season that does every kind of act at least once, so that a document of every kind is written. Whoever adds an act or a
 * table adds it here.
 */
final class SampleSeason {
    private static final FieldName DISPLAY_NAME = new FieldName("displayName");
    private static final String NONCE = "00112233445566778899aabbccddeeff";

    private final World world;

    SampleSeason(World world) {
        this.world = world;
    }

    void play() {
        world.found();
        world.province()
                .submit(new AdmitRegion(
                        world.id(), new RegionCode("522633"), "从江县", "贵州省 黔东南苗族侗族自治州", "", LocalDate.of(2014, 12, 23)));
        HouseholdId grower = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000_000);
        HouseholdId neighbour = world.member(world.next(), COUNTY_B, COOPERATIVE_A);
        households(grower);
        ceilings(grower);
        RecordSheet sheet = sheet(grower, neighbour);
        Lot mixed = batches(sheet);
        labels(mixed);
        ends();
    }

    private void households(HouseholdId grower) {
        Client officer = world.voucher(COUNTY_A);
        officer.submit(new Consent(world.id(), grower, DISPLAY_NAME, true));
        HouseholdId former = Codes.household(world.next());
        Enrolment enrolled = officer.enrol(former, COUNTY_A, World.person(world.next()));
        List<CategoryPeriod> periods = List.of(
                new CategoryPeriod(
                        Category.MONITORED, LocalDate.of(2021, 1, 1), Optional.of(LocalDate.of(2023, 12, 31))),
                new CategoryPeriod(Category.GENERAL, LocalDate.of(2024, 1, 1), Optional.empty()));
        officer.submit(new Vouch(world.id(), former, COUNTY_A, periods, enrolled.digests()));
        officer.submit(new Consent(world.id(), former, DISPLAY_NAME, true));
        officer.submit(new Consent(world.id(), former, DISPLAY_NAME, false));
        HouseholdId erased = Codes.household(world.next());
        officer.enrol(erased, COUNTY_A, World.person(world.next()));
        officer.erase(erased);
    }

    private void ceilings(HouseholdId grower) {
        Client officer = world.proposer(COUNTY_A);
        world.raise(grower, COUNTY_A, 1_500_000);
        officer.submit(new Propose(world.id(), grower, WALNUT, SEASON, 12_000, grams(1_600_000)));
        officer.submit(world.allot(grower, COOPERATIVE_A, 0, 1_200_000));
    }

    private RecordSheet sheet(HouseholdId grower, HouseholdId neighbour) {
        List<IntakeLine> lines = List.of(
                weighed(line(grower, 400_000), 6, Confirmation.HOUSEHOLD),
                weighed(line(grower, 200_000), 5, Confirmation.HOUSEHOLD),
                weighed(line(grower, 60_000), 5, Confirmation.HOUSEHOLD),
                weighed(line(grower, 30_000), 4, Confirmation.WITNESS),
                weighed(line(grower, 10_000), 4, Confirmation.WITNESS),
                weighed(ordinary(neighbour, 100_001), 3, Confirmation.COOPERATIVE),
                line(grower, 50_000),
                ordinary(grower, 10_000));
        RecordSheet sheet = new RecordSheet(world.id(), COOPERATIVE_A, SEASON, lines);
        world.clerk(COOPERATIVE_A).submit(sheet);
        return sheet;
    }

    /** Days that differ, so that a reader that mixes two up is found out. */
    private static IntakeLine weighed(IntakeLine line, int daysAgo, Confirmation confirmed) {
        return new IntakeLine(
                line.household(),
                line.commodity(),
                line.quantity(),
                line.grade(),
                today().minusDays(daysAgo),
                line.kind(),
                confirmed,
                line.page());
    }

    private Lot batches(RecordSheet sheet) {
        Lot mixed = new Lot("MIXED");
        pack(sheet, mixed, List.of(0, 1, 2, 3, 4, 5), 800_000, 1, Claim.MIXED);
        pack(sheet, new Lot("RECOGNISED"), List.of(6), 50_000, 0, Claim.RECOGNISED);
        pack(sheet, new Lot("ORDINARY"), List.of(7), 9_000, 1_000, Claim.ORDINARY);
        return mixed;
    }

    private void pack(RecordSheet sheet, Lot lot, List<Integer> lines, long packed, long loss, Claim claim) {
        world.clerk(COOPERATIVE_A)
                .submit(new Pack(
                        world.id(),
                        WALNUTS_A,
                        lot,
                        COOPERATIVE_A,
                        today().minusDays(claim == Claim.MIXED ? 2 : 0),
                        List.of(new SheetLines(sheet.id(), lines)),
                        grams(packed),
                        grams(loss),
                        claim));
    }

    private void labels(Lot lot) {
        RecognitionId recognition =
                world.granted("rec-1", World.HALF, WALNUTS_A, COOPERATIVE_A, COUNTY_A, today().plusDays(300));
        RunNumber run = RunNumber.of(World.BLOCK_A.value(), 0);
        world.clerk(COOPERATIVE_A)
                .submit(new AssignRun(
                        world.id(),
                        run,
                        WALNUTS_A,
                        lot,
                        LabelClass.UNIT,
                        1_000,
                        Hash.sha256("root".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        List.of(recognition)));
        attest(run);
        world.city().submit(new Revoke(world.id(), recognition, "样品不合格"));
        attest(run);
        RecognitionId early = new RecognitionId("rec-2");
        world.manager(COOPERATIVE_A)
                .submit(new Apply(world.id(), early, World.SCHEME, WALNUTS_A, COOPERATIVE_A, COUNTY_B));
        world.city().submit(new Revoke(world.id(), early, "申请撤回"));
    }

    private void attest(RunNumber run) {
        world.platform().evaluate(Operation.ATTEST, run.value(), "7", NONCE);
    }

    private void ends() {
        Client officer = world.voucher(COUNTY_B);
        HouseholdId left = world.grower(world.next(), COUNTY_B, COOPERATIVE_B, 800_000);
        world.clerk(COOPERATIVE_B).submit(new Leave(world.id(), COOPERATIVE_B, left, today()));
        HouseholdId suspended = world.grower(world.next(), COUNTY_B, COOPERATIVE_B, 700_000);
        officer.submit(new Suspend(world.id(), suspended, "核查"));
        officer.submit(new Reinstate(world.id(), suspended, "核查完毕"));
        HouseholdId withdrawn = world.grower(world.next(), COUNTY_B, COOPERATIVE_B, 600_000);
        officer.submit(new Withdraw(world.id(), withdrawn, "迁出"));
    }
}
