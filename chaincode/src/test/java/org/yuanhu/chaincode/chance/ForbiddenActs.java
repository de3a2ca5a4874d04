package org.yuanhu.chaincode.chance;

import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_B;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_B;
import static org.yuanhu.chaincode.testledger.World.SCHEME;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUT;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_A;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.person;
import static org.yuanhu.chaincode.testledger.World.today;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.ceiling.Allot;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.chaincode.chance.Village.Farm;
import org.yuanhu.chaincode.chance.Village.Kind;
import org.yuanhu.chaincode.household.Consent;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.household.Reinstate;
import org.yuanhu.chaincode.household.Suspend;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.membership.Leave;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.registry.AdmitCompanyPrefix;
import org.yuanhu.chaincode.registry.AdmitCooperative;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.CompanyPrefix;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Season;

/** For each rule about people, places and papers an act that it must refuse. Those about goods and forms stand beside. */
final class ForbiddenActs {
    private static final LocalDate SINCE = LocalDate.of(2014, 12, 23);
    private static final RegionCode ELSEWHERE = new RegionCode("522636");

    private final Village village;
    private final World world;
    private final Map<Rule, Supplier<Optional<Attempt>>> all = new EnumMap<>(Rule.class);

    ForbiddenActs(Village village) {
        this.village = village;
        this.world = village.world;
        places();
        households();
        members();
        ceilings();
        access();
        all.putAll(new ForbiddenPapers(village).all());
        all.putAll(new ForbiddenGoods(village).all());
        all.putAll(new ForbiddenForms(village).all());
    }

    /** The rules there is an act for. */
    Set<Rule> rules() {
        return all.keySet();
    }

    /** An act that this rule must refuse, if the model's state allows one now. */
    Optional<Attempt> breaking(Rule rule) {
        return Objects.requireNonNull(all.get(rule)).get();
    }

    private void places() {
        always(
                Rule.RG_01,
                () -> world.voucher(ELSEWHERE),
                () -> new AdmitCooperative(
                        world.id(), Codes.cooperative("522636", world.next() % 10_000), "样例", ELSEWHERE));
        always(
                Rule.RG_08,
                () -> world.voucher(COUNTY_A),
                () -> new AdmitCooperative(
                        world.id(), Codes.cooperative("522632", world.next() % 10_000), "样例邻县", COUNTY_A));
        always(Rule.RG_02, world::province, () -> new AdmitRegion(world.id(), village.county(), "样例", "", "", SINCE));
        always(
                Rule.RG_03,
                () -> world.manager(COOPERATIVE_A),
                () -> new Apply(world.id(), new RecognitionId("x"), SCHEME, WALNUTS_A, COOPERATIVE_A, World.CITY));
        always(
                Rule.RG_04,
                world::province,
                () -> new AdmitRunBlock(world.id(), World.BLOCK_A, Codes.cooperative(world.next() % 10_000)));
        always(
                Rule.RG_05,
                () -> world.voucher(COUNTY_A),
                () -> new AdmitCooperative(world.id(), COOPERATIVE_A, "样例", COUNTY_A));
        always(
                Rule.RG_07,
                () -> world.voucher(COUNTY_A),
                () -> new AdmitCooperative(world.id(), Codes.cooperative(world.next() % 10_000), "样例（甲）合作社", COUNTY_A));
        always(Rule.RG_06, world::province, () -> new AdmitRunBlock(world.id(), World.BLOCK_A, COOPERATIVE_B));
        always(
                Rule.CT_01,
                world::province,
                () -> new SetYield(world.id(), new CommodityCode("durian"), SEASON, grams(1)));
        always(
                Rule.CT_08,
                world::province,
                () -> new AdmitCompanyPrefix(
                        world.id(),
                        new CompanyPrefix(village.random.nextBoolean() ? "952000" : "9520000012"),
                        village.cooperative()));
        always(
                Rule.CT_09,
                () -> world.manager(COOPERATIVE_B),
                () -> new RegisterProduct(
                        world.id(), Codes.gtin(world.next()), WALNUT, "样例他人", grams(1), COOPERATIVE_B));
        always(Rule.CT_02, world::province, () -> new DefineCommodity(world.id(), WALNUT, "核桃", Unit.GRAM));
        always(
                Rule.CT_03,
                () -> world.manager(COOPERATIVE_A),
                () -> new Apply(
                        world.id(), new RecognitionId("x"), SCHEME, Codes.gtin(9_998), COOPERATIVE_A, COUNTY_A));
        always(Rule.CT_04, () -> world.manager(COOPERATIVE_A), () -> product(WALNUT, grams(1)));
        always(Rule.CT_05, () -> world.manager(COOPERATIVE_A), () -> product(WALNUT, new Quantity(1, Unit.PIECE)));
        always(
                Rule.CT_07,
                () -> world.manager(COOPERATIVE_A),
                () -> new RegisterProduct(
                        world.id(), Codes.gtin(world.next()), WALNUT, "样例 核桃", grams(1), COOPERATIVE_A));
        always(
                Rule.CT_06,
                () -> world.manager(COOPERATIVE_B),
                () -> new Apply(world.id(), new RecognitionId("x"), SCHEME, WALNUTS_A, COOPERATIVE_B, COUNTY_A));
    }

    private void households() {
        always(
                Rule.HH_01,
                () -> world.clerk(COOPERATIVE_A),
                () -> new Join(world.id(), COOPERATIVE_A, Codes.household(world.next()), today()));
        farm(
                Rule.HH_02,
                farm -> farm.suspended && !farm.withdrawn,
                this::voucher,
                farm -> new Suspend(world.id(), farm.id, "核查"));
        farm(Rule.HH_03, farm -> farm.withdrawn, this::voucher, farm -> new Reinstate(world.id(), farm.id, "迁回"));
        farm(
                Rule.HH_04,
                farm -> farm.vouched && !farm.erased,
                this::voucher,
                farm -> world.vouching(
                        farm.id,
                        farm.county,
                        new Enrolment(farm.id, false, person(farm.number).digests(farm.id))));
        all.put(Rule.HH_05, () -> Optional.of(notOfItsEnrolment()));
        all.put(
                Rule.HH_06,
                () -> village.any(village.farms, farm -> !farm.erased)
                        .map(farm -> Attempt.refused(
                                Rule.HH_06,
                                "enrol again " + farm.id,
                                () -> voucher(farm)
                                        .enrol(Codes.household(world.next()), farm.county, person(farm.number)))));
        all.put(
                Rule.HH_07,
                () -> village.any(village.farms, farm -> !farm.erased)
                        .map(farm -> Attempt.refused(
                                Rule.HH_07,
                                "enrol another as " + farm.id,
                                () -> voucher(farm).enrol(farm.id, farm.county, person(world.next())))));
        farm(Rule.HH_08, Farm::inForce, this::voucher, farm -> new Reinstate(world.id(), farm.id, "误报"));
        farm(
                Rule.HH_09,
                Farm::inForce,
                this::voucher,
                farm -> new Consent(world.id(), farm.id, new FieldName("phone"), true));
        all.put(
                Rule.HH_10,
                () -> village.any(village.farms, farm -> !farm.consents && !farm.withdrawn)
                        .map(farm -> disclosed(Rule.HH_10, farm)));
        all.put(
                Rule.HH_13,
                () -> Optional.of(Attempt.refused(Rule.HH_13, "a salt of zeros", () -> {
                    HouseholdId fresh = Codes.household(world.next());
                    String person =
                            Json.write(person(1)).replaceFirst("\"salt\":\"[0-9a-f]+", "\"salt\":\"" + "0".repeat(32));
                    world.voucher(COUNTY_A).enrol(fresh.value(), COUNTY_A.value(), person);
                })));
        all.put(
                Rule.HH_14,
                () -> village.any(village.farms, farm -> !farm.withdrawn)
                        .map(farm -> Attempt.refused(
                                Rule.HH_14,
                                "a key of zeros",
                                () -> world.city().disclose(farm.id, "displayName", new byte[32]))));
        all.put(
                Rule.HH_11,
                () -> village.any(village.farms, farm -> farm.erased)
                        .map(farm -> Attempt.refused(
                                Rule.HH_11,
                                "erase again " + farm.id,
                                () -> voucher(farm).erase(farm.id))));
    }

    /** An enrolment that never was, or was another county's. */
    private Attempt notOfItsEnrolment() {
        int n = world.next();
        HouseholdId id = Codes.household(n);
        Enrolment enrolment = new Enrolment(id, false, person(n).digests(id));
        if (village.random.nextBoolean()) {
            return Attempt.refused(Rule.HH_05, world.voucher(COUNTY_A), world.vouching(id, COUNTY_A, enrolment));
        }
        return Attempt.refused(Rule.HH_05, "vouch for what another county enrolled", () -> {
            world.voucher(COUNTY_A).enrol(id, COUNTY_A, person(n));
            world.voucher(COUNTY_B).submit(world.vouching(id, COUNTY_B, enrolment));
        });
    }

    private void members() {
        farm(
                Rule.MM_01,
                farm -> farm.inForce() && !farm.members.contains(COOPERATIVE_B),
                farm -> world.clerk(COOPERATIVE_B),
                farm -> new Leave(world.id(), COOPERATIVE_B, farm.id, today()));
        farm(
                Rule.MM_02,
                farm -> farm.isMember(COOPERATIVE_A),
                farm -> world.clerk(COOPERATIVE_A),
                farm -> new Join(world.id(), COOPERATIVE_A, farm.id, today()));
        // joined at some day of the last thirty: only one who joined today is sure to have joined after yesterday
        all.put(Rule.MM_03, () -> {
            Farm farm = new Farm(world.next(), COUNTY_A, Kind.LIFTED);
            return Optional.of(Attempt.refused(Rule.MM_03, "leave before joining", () -> {
                world.member(farm.number, COUNTY_A, COOPERATIVE_A);
                world.clerk(COOPERATIVE_A).submit(new Leave(world.id(), COOPERATIVE_A, farm.id, today().minusDays(1)));
            }));
        });
    }

    private void ceilings() {
        farm(
                Rule.CL_01,
                Farm::inForce,
                this::proposer,
                farm -> new Propose(world.id(), farm.id, WALNUT, new Season("1999"), 1, grams(1)));
        farm(
                Rule.CL_02,
                Farm::inForce,
                this::proposer,
                farm -> new Propose(world.id(), farm.id, WALNUT, SEASON, 7, grams(2_101)));
        farm(
                Rule.CL_03,
                Farm::inForce,
                farm -> village.random.nextBoolean() ? voucher(farm) : world.also(voucher(farm), farm.county),
                farm -> new Propose(world.id(), farm.id, WALNUT, SEASON, 1, grams(1)));
        farm(
                Rule.CL_04,
                farm -> farm.inForce() && farm.proposed == 0,
                farm -> world.city(),
                farm -> confirm(farm, 1, 1));
        farm(
                Rule.CL_05,
                farm -> farm.inForce() && farm.proposed > 0,
                farm -> world.city(),
                farm -> confirm(farm, farm.proposedArea, farm.proposed + 1));
        farm(
                Rule.CL_06,
                farm -> farm.inForce() && farm.proposed > 0,
                farm -> village.random.nextBoolean() ? proposer(farm) : world.also(proposer(farm), World.CITY),
                farm -> confirm(farm, farm.proposedArea, farm.proposed));
        farm(
                Rule.CL_11,
                farm -> farm.inForce() && farm.proposed > 0,
                farm -> world.city(),
                farm -> confirm(farm, farm.proposedArea + 1, farm.proposed));
        farm(
                Rule.CL_07,
                farm -> farm.isMember(COOPERATIVE_A) && !farm.confirmed,
                this::proposer,
                farm -> allot(farm, farm.page(), 1));
        farm(
                Rule.CL_08,
                farm -> farm.isMember(COOPERATIVE_A) && farm.confirmed,
                this::proposer,
                farm -> allot(farm, farm.page(), farm.ceiling + 1));
        farm(
                Rule.CL_09,
                farm -> farm.isMember(COOPERATIVE_A)
                        && farm.confirmed
                        && farm.shares.containsKey(COOPERATIVE_A)
                        && farm.share(COOPERATIVE_A).taken > 0,
                this::proposer,
                farm -> allot(farm, farm.page(), farm.share(COOPERATIVE_A).taken - 1));
        farm(
                Rule.CL_10,
                farm -> farm.isMember(COOPERATIVE_A) && farm.shares.containsKey(COOPERATIVE_A),
                this::proposer,
                farm -> allot(farm, farm.page() + 1, 0));
    }

    private void access() {
        impostor(Rule.AC_01, "GovernmentMSP", "ca-county-officer", Map.of("yuanhu.role", "king"));
        impostor(Rule.AC_02, "PlatformMSP", "ca-platform-operator", clerk());
        impostor(Rule.AC_03, "CooperativeMSP", "ca-cooperative-manager", clerk());
        impostor(Rule.AC_04, "CooperativeMSP", "ca-clerk", Map.of("yuanhu.role", "clerk"));
        always(
                Rule.AC_05,
                () -> world.clerk(COOPERATIVE_A),
                () -> new AdmitRegion(world.id(), ELSEWHERE, "样例", "", "", SINCE));
        farm(
                Rule.AC_06,
                Farm::inForce,
                farm -> world.clerk(COOPERATIVE_B),
                farm -> new Leave(world.id(), COOPERATIVE_A, farm.id, today()));
        farm(
                Rule.AC_07,
                Farm::inForce,
                farm -> world.voucher(Village.other(farm.county)),
                farm -> new Suspend(world.id(), farm.id, "核查"));
        all.put(
                Rule.ID_01,
                () -> village.any(village.done, done -> true)
                        .map(done -> Attempt.refused(
                                Rule.ID_01,
                                world.province(),
                                new SetYield(done.act().id(), WALNUT, new Season("2031"), grams(7)))));
    }

    private Confirm confirm(Farm farm, long area, long amount) {
        return new Confirm(world.id(), farm.id, WALNUT, SEASON, Optional.of(area), grams(amount));
    }

    private Allot allot(Farm farm, int page, long amount) {
        return new Allot(world.id(), farm.id, WALNUT, SEASON, COOPERATIVE_A, page, grams(amount));
    }

    private RegisterProduct product(CommodityCode commodity, Quantity content) {
        ActId id = world.id();
        return new RegisterProduct(id, WALNUTS_A, commodity, "核桃", content, COOPERATIVE_A);
    }

    private Attempt disclosed(Rule rule, Farm farm) {
        return Attempt.refused(rule, "disclose " + farm.id, () -> world.server().disclose(farm.id, "displayName"));
    }

    private static Map<String, String> clerk() {
        return Map.of("yuanhu.role", "clerk", "yuanhu.cooperative", COOPERATIVE_A.value());
    }

    private Client voucher(Farm farm) {
        return world.voucher(farm.county);
    }

    private Client proposer(Farm farm) {
        return world.proposer(farm.county);
    }

    private void always(Rule rule, Supplier<Client> client, Supplier<Act> act) {
        all.put(rule, () -> Optional.of(Attempt.refused(rule, client.get(), act.get())));
    }

    private void farm(
            Rule rule,
            java.util.function.Predicate<Farm> which,
            java.util.function.Function<Farm, Client> client,
            java.util.function.Function<Farm, Act> act) {
        all.put(
                rule,
                () -> village.any(village.farms, which)
                        .map(farm -> Attempt.refused(rule, client.apply(farm), act.apply(farm))));
    }

    private void impostor(Rule rule, String msp, String authority, Map<String, String> attributes) {
        all.put(
                rule,
                () -> Optional.of(Attempt.refused(
                        rule,
                        "impostor",
                        () -> world.impostor(msp, authority, "impostor", attributes)
                                .evaluate(Operation.GET, "region", COUNTY_A.value()))));
    }
}
