package org.yuanhu.chaincode.rulebook;

import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.SCHEME;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUT;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_A;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.line;
import static org.yuanhu.chaincode.testledger.World.person;
import static org.yuanhu.chaincode.testledger.World.today;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.chaincode.household.Consent;
import org.yuanhu.chaincode.household.Reinstate;
import org.yuanhu.chaincode.household.Suspend;
import org.yuanhu.chaincode.household.Withdraw;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.membership.Leave;
import org.yuanhu.chaincode.recognition.Advance;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.recognition.DefineScheme;
import org.yuanhu.chaincode.recognition.Requirement;
import org.yuanhu.chaincode.recognition.Revoke;
import org.yuanhu.chaincode.recognition.Step;
import org.yuanhu.chaincode.registry.AdmitCompanyPrefix;
import org.yuanhu.chaincode.registry.AdmitCooperative;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.registry.BlockNumber;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.CompanyPrefix;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * For each operation one call that every rule but the access table allows: it takes place in county A and is of cooperative A. Calls
 * are simulated and never submitted, so that one sample serves every caller.
 */
final class SampleActs {
    private static final FieldName DISPLAY_NAME = new FieldName("displayName");

    private final World world;
    private final Map<Operation, Supplier<Act>> acts = new EnumMap<>(Operation.class);
    private final HouseholdId enrolled;
    private final HouseholdId grower;
    private final RunNumber printed;

    SampleActs(World world) {
        this.world = world;
        int fresh = world.next();
        this.enrolled = Codes.household(fresh);
        world.voucher(COUNTY_A).enrol(enrolled, COUNTY_A, person(fresh));
        this.grower = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000_000);
        world.voucher(COUNTY_A).submit(new Consent(world.id(), grower, DISPLAY_NAME, true));
        BlockNumber block = new BlockNumber("54" + world.next());
        world.province().submit(new AdmitRunBlock(world.id(), block, COOPERATIVE_A));
        this.printed = RunNumber.of(block.value(), 0);
        registry(fresh);
        households();
        catalogue();
        recognitions();
        ceilings();
        goods(block);
    }

    /** The operations that take an act. */
    List<Operation> withActs() {
        return List.copyOf(acts.keySet());
    }

    /** An act of the operation, as it would be sent. */
    String json(Operation operation) {
        return Json.write(Objects.requireNonNull(acts.get(operation)).get());
    }

    /** Simulates the operation as this client. */
    String call(Operation operation, Client client) {
        return switch (operation) {
            case ENROL -> {
                int n = 9_999;
                yield client.evaluateEnrolment(Codes.household(n).value(), COUNTY_A.value(), Json.write(person(n)));
            }
            case ERASE -> client.evaluateAtHolders(operation, enrolled.value());
            case DISCLOSE -> {
                client.disclose(grower, "displayName");
                yield "";
            }
            case ATTEST -> client.evaluate(operation, printed.value(), "0", "00112233445566778899aabbccddeeff");
            case GET -> client.evaluate(operation, "region", COUNTY_A.value());
            case LIST -> client.evaluate(operation, "region", "", "10", "");
            default -> client.evaluate(operation, json(operation));
        };
    }

    private void registry(int n) {
        RegionCode fresh = new RegionCode("520115");
        LocalDate since = LocalDate.of(2014, 12, 23);
        acts.put(Operation.ADMIT_REGION, () -> new AdmitRegion(world.id(), fresh, "样例", "", "", since));
        acts.put(
                Operation.ADMIT_COOPERATIVE,
                () -> new AdmitCooperative(world.id(), Codes.cooperative(n), "样例", COUNTY_A));
        acts.put(
                Operation.ADMIT_RUN_BLOCK,
                () -> new AdmitRunBlock(world.id(), new BlockNumber("999000"), COOPERATIVE_A));
        acts.put(
                Operation.ADMIT_COMPANY_PREFIX,
                () -> new AdmitCompanyPrefix(world.id(), new CompanyPrefix("6999999"), COOPERATIVE_A));
    }

    private void households() {
        HouseholdId suspended = world.vouched(world.next(), COUNTY_A);
        world.voucher(COUNTY_A).submit(new Suspend(world.id(), suspended, "核查"));
        HouseholdId vouched = world.vouched(world.next(), COUNTY_A);
        HouseholdId member = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
        var enrolment = world.voucher(COUNTY_A).enrol(enrolled, COUNTY_A, person(number(enrolled)));
        acts.put(Operation.VOUCH, () -> world.vouching(enrolled, COUNTY_A, enrolment));
        acts.put(Operation.SUSPEND, () -> new Suspend(world.id(), vouched, "核查"));
        acts.put(Operation.REINSTATE, () -> new Reinstate(world.id(), suspended, "核查完毕"));
        acts.put(Operation.WITHDRAW, () -> new Withdraw(world.id(), vouched, "迁出"));
        acts.put(Operation.CONSENT, () -> new Consent(world.id(), vouched, DISPLAY_NAME, true));
        acts.put(Operation.JOIN, () -> new Join(world.id(), COOPERATIVE_A, vouched, today()));
        acts.put(Operation.LEAVE, () -> new Leave(world.id(), COOPERATIVE_A, member, today()));
    }

    private void catalogue() {
        CommodityCode fresh = new CommodityCode("sample");
        acts.put(Operation.DEFINE_COMMODITY, () -> new DefineCommodity(world.id(), fresh, "样例", Unit.PIECE));
        acts.put(
                Operation.REGISTER_PRODUCT,
                () -> new RegisterProduct(world.id(), Codes.gtin(9_999), WALNUT, "样例", grams(500), COOPERATIVE_A));
    }

    private void recognitions() {
        List<Step> steps = List.of(new Step("one", Role.COUNTY_OFFICER), new Step("two", Role.PLATFORM_OPERATOR));
        acts.put(
                Operation.DEFINE_SCHEME,
                () -> new DefineScheme(world.id(), new SchemeId("fresh"), "方案", steps, Requirement.STRICT));
        RecognitionId applied = new RecognitionId("sample-" + world.next());
        world.manager(COOPERATIVE_A).submit(new Apply(world.id(), applied, SCHEME, WALNUTS_A, COOPERATIVE_A, COUNTY_A));
        RecognitionId fresh = new RecognitionId("sample-" + world.next());
        acts.put(Operation.APPLY, () -> new Apply(world.id(), fresh, SCHEME, WALNUTS_A, COOPERATIVE_A, COUNTY_A));
        acts.put(Operation.ADVANCE, () -> new Advance(world.id(), applied, "county", Optional.empty()));
        acts.put(Operation.REVOKE, () -> new Revoke(world.id(), applied, "不合格"));
    }

    private void ceilings() {
        HouseholdId proposed = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
        world.proposer(COUNTY_A).submit(new Propose(world.id(), proposed, WALNUT, SEASON, 10_000, grams(1_000)));
        acts.put(Operation.SET_YIELD, () -> new SetYield(world.id(), WALNUT, SEASON, grams(3_000_000)));
        acts.put(Operation.PROPOSE, () -> new Propose(world.id(), grower, WALNUT, SEASON, 10_000, grams(1_000)));
        acts.put(
                Operation.CONFIRM,
                () -> new Confirm(world.id(), proposed, WALNUT, SEASON, Optional.of(10_000L), grams(1_000)));
        acts.put(Operation.ALLOT, () -> world.allot(grower, COOPERATIVE_A, 0, 900_000));
    }

    private void goods(BlockNumber block) {
        Client clerk = world.clerk(COOPERATIVE_A);
        RecordSheet sheet =
                new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(grower, 5_000), line(grower, 5_000)));
        clerk.submit(sheet);
        Lot lot = new Lot("S" + world.next());
        clerk.submit(pack(sheet, lot, 0));
        RecognitionId granted =
                world.granted("sample-" + world.next(), WALNUTS_A, COOPERATIVE_A, COUNTY_A, today().plusDays(9));
        clerk.submit(run(printed, lot, granted));
        acts.put(
                Operation.RECORD_SHEET,
                () -> new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(grower, 1))));
        acts.put(Operation.PACK, () -> pack(sheet, new Lot("FRESH"), 1));
        acts.put(Operation.ASSIGN_RUN, () -> run(RunNumber.of(block.value(), 1), lot, granted));
    }

    private Pack pack(RecordSheet sheet, Lot lot, int line) {
        return new Pack(
                world.id(),
                WALNUTS_A,
                lot,
                COOPERATIVE_A,
                today(),
                List.of(new SheetLines(sheet.id(), List.of(line))),
                grams(5_000),
                grams(0),
                Claim.RECOGNISED);
    }

    private AssignRun run(RunNumber run, Lot lot, RecognitionId recognition) {
        return new AssignRun(world.id(), run, WALNUTS_A, lot, LabelClass.UNIT, 5, Hash.ZERO, List.of(recognition));
    }

    private static int number(HouseholdId household) {
        return Integer.parseInt(household.value(), 16);
    }
}
