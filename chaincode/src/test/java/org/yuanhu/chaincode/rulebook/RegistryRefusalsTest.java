package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.HONEY;
import static org.yuanhu.chaincode.testledger.World.PROVINCE;
import static org.yuanhu.chaincode.testledger.World.SCHEME;
import static org.yuanhu.chaincode.testledger.World.WALNUT;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_A;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_B;
import static org.yuanhu.chaincode.testledger.World.grams;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.recognition.DefineScheme;
import org.yuanhu.chaincode.recognition.Requirement;
import org.yuanhu.chaincode.recognition.Step;
import org.yuanhu.chaincode.registry.AdmitCompanyPrefix;
import org.yuanhu.chaincode.registry.AdmitCooperative;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.CompanyPrefix;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.Rule;

@ExtendWith(SharedWorld.class)
class RegistryRefusalsTest {
    private static final LocalDate SINCE = LocalDate.of(2014, 12, 23);

    private final World world;
    private final Client province;
    private final Client county;
    private final Client manager;

    RegistryRefusalsTest(World world) {
        this.world = world;
        this.province = world.province();
        this.county = world.voucher(COUNTY_A);
        this.manager = world.manager(COOPERATIVE_A);
    }

    @Test
    void refusesToAdmitAnythingTwice() {
        refuses(world, Rule.RG_02, province, new AdmitRegion(world.id(), COUNTY_A, "黎平县", "", "832", SINCE));
        refuses(world, Rule.RG_05, county, new AdmitCooperative(world.id(), COOPERATIVE_A, "样例", COUNTY_A));
        refuses(world, Rule.RG_06, province, new AdmitRunBlock(world.id(), World.BLOCK_A, COOPERATIVE_A));
        refuses(world, Rule.CT_02, province, new DefineCommodity(world.id(), HONEY, "蜂蜜", Unit.MILLILITRE));
        refuses(world, Rule.CT_04, manager, product("walnut", 500, Unit.GRAM));
        refuses(world, Rule.RC_02, province, scheme(SCHEME.value(), "a", "b"));
    }

    @Test
    void refusesACooperativeThatLooksLikeAnotherOfTheCounty() {
        for (String alike : List.of("样例甲合作社", "样例·甲合作社", "样例甲 合作社")) {
            refuses(
                    world,
                    Rule.RG_07,
                    county,
                    new AdmitCooperative(world.id(), Codes.cooperative(world.next()), alike, COUNTY_A));
        }
        county.submit(new AdmitCooperative(world.id(), Codes.cooperative(world.next()), "样例1社", COUNTY_A));
        refuses(
                world,
                Rule.RG_07,
                county,
                new AdmitCooperative(world.id(), Codes.cooperative(world.next()), "样例Ⅰ社", COUNTY_A));
        county.submit(new AdmitCooperative(world.id(), Codes.cooperative(world.next()), "样例2社", COUNTY_A));
        world.voucher(World.COUNTY_B)
                .submit(new AdmitCooperative(
                        world.id(), Codes.cooperative("522632", world.next()), "样例1社", World.COUNTY_B));
    }

    /** The county's city and province, the county beside it, a code that is no county's today, and another province's. */
    @ParameterizedTest
    @ValueSource(strings = {"522600", "520000", "522632", "522122", "110108", "000000"})
    void refusesACountyACooperativeRegisteredElsewhereWhichTheProvinceAdmits(String registeredIn) {
        int n = world.next();
        CreditCode code = Codes.cooperative(registeredIn, n);
        assertThat(refuses(world, Rule.RG_08, county, new AdmitCooperative(world.id(), code, "样例" + n, COUNTY_A))
                        .arguments())
                .containsEntry("registered", registeredIn)
                .containsEntry("own", "522631");
        province.submit(new AdmitCooperative(world.id(), code, "样例" + n, COUNTY_A));
        county.submit(new AdmitCooperative(world.id(), Codes.cooperative(n), "样例本县" + n, COUNTY_A));
    }

    @Test
    void refusesAProductThatLooksLikeAnotherOfTheCooperative() {
        register("香禾糯 COOP 500克");
        // Cyrillic С, О, О, Р; a stroke; full width; another blank
        for (String alike :
                List.of("香禾糯 \u0421\u041e\u041e\u0420 500克", "香禾糯 coop 500克", "香禾糯 ＣＯＯＰ ５００克", "香禾糯COOP500克")) {
            refuses(world, Rule.CT_07, () -> register(alike));
        }
        register("香禾糯 COOP 50.0克");
        register("香禾糯 COOP 1千克");
        world.manager(World.COOPERATIVE_B)
                .submit(new RegisterProduct(
                        world.id(),
                        Codes.gtin(World.PREFIX_B.value(), world.next()),
                        WALNUT,
                        "香禾糯 COOP 500克",
                        grams(500),
                        World.COOPERATIVE_B));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "核\u200b桃",
                "核\u202e桃",
                "核\ue000桃",
                "核\u115f桃",
                "核\u3164桃",
                "核\u2800桃",
                "核\ufe00桃",
                "核\u3000桃",
                "核\udb40\udc41桃",
                "\ud81b\udd63\ud81b\udd67",
                "核\ufffd桃"
            })
    void refusesANameWithWhatIsNotSeenOrNotKnownToEveryJava(String name) {
        String json = Json.write(product("walnut", 500, Unit.GRAM)).replace("核桃", name);
        refuses(world, Rule.FM_35, () -> manager.submit(Operation.REGISTER_PRODUCT, json));
    }

    /** The manager of B tries a number of A's, one of nobody's, and one whose digits only begin somebody's. */
    @Test
    void refusesAProductUnderAGtinThatIsNotOfTheCooperativesOwnPrefix() {
        Client other = world.manager(World.COOPERATIVE_B);
        for (String prefix : List.of(World.PREFIX_A.value(), "95209999", "69012345")) {
            Gtin gtin = Codes.gtin(prefix, world.next());
            assertThat(refuses(world, Rule.CT_09, other, ofB(gtin)).arguments())
                    .containsEntry("gtin", gtin.value())
                    .containsEntry("cooperative", World.COOPERATIVE_B.value());
        }
        other.submit(ofB(Codes.gtin(World.PREFIX_B.value(), world.next())));
    }

    /** A prefix of its own, next to A's, for a second range of numbers; with its indicator digit a case is the same product's. */
    @Test
    void refusesACompanyPrefixThatBeginsAnothersOrIsBegunByOne() {
        for (String taken : List.of("9520", "952000", "95200000", "952000001", "952000019999")) {
            refuses(world, Rule.CT_08, province, admit(taken, World.COOPERATIVE_B));
            refuses(world, Rule.CT_08, province, admit(taken, COOPERATIVE_A));
        }
        refuses(world, Rule.RG_04, province, admit("69012", Codes.cooperative(world.next())));
        refuses(world, Rule.AC_05, county, admit("69012", COOPERATIVE_A));
        province.submit(admit("95200002", World.COOPERATIVE_B));
        province.submit(admit("693" + world.next(), World.COOPERATIVE_B));
        Gtin unit = Codes.gtin("95200002", world.next());
        Client other = world.manager(World.COOPERATIVE_B);
        other.submit(ofB(unit));
        Gtin case12 = new Gtin(
                "1" + unit.value().substring(1, 13) + check("1" + unit.value().substring(1, 13)));
        other.submit(ofB(case12));
        refuses(
                world,
                Rule.CT_09,
                manager,
                new RegisterProduct(
                        world.id(),
                        Codes.gtin("95200002", world.next()),
                        WALNUT,
                        "核桃" + unit,
                        grams(1),
                        COOPERATIVE_A));
        refuses(
                world,
                Rule.FM_36,
                () -> province.submit(
                        Operation.ADMIT_COMPANY_PREFIX,
                        Json.write(admit("6901", COOPERATIVE_A)).replace("\"6901\"", "\"690\"")));
    }

    private static int check(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    private AdmitCompanyPrefix admit(String prefix, CreditCode cooperative) {
        return new AdmitCompanyPrefix(world.id(), new CompanyPrefix(prefix), cooperative);
    }

    private RegisterProduct ofB(Gtin gtin) {
        return new RegisterProduct(world.id(), gtin, WALNUT, "核桃" + gtin, grams(500), World.COOPERATIVE_B);
    }

    private void register(String name) {
        manager.submit(
                new RegisterProduct(world.id(), Codes.gtin(world.next()), WALNUT, name, grams(500), COOPERATIVE_A));
    }

    @Test
    void refusesWhatStandsOnSomethingNotAdmitted() {
        CreditCode unknown = Codes.cooperative(world.next());
        refuses(world, Rule.RG_04, province, new AdmitRunBlock(world.id(), World.BLOCK_A, unknown));
        RegionCode elsewhere = new RegionCode("522634");
        refuses(
                world,
                Rule.RG_01,
                world.voucher(elsewhere),
                new AdmitCooperative(world.id(), unknown, "样例", elsewhere));
        Client stranger =
                world.client("cooperative-manager", "manager-stranger", Map.of("yuanhu.cooperative", unknown.value()));
        refuses(
                world,
                Rule.RG_04,
                stranger,
                new RegisterProduct(world.id(), Codes.gtin(world.next()), WALNUT, "核桃", grams(1), unknown));
        refuses(world, Rule.CT_01, manager, product("durian", 500, Unit.GRAM));
        refuses(world, Rule.CT_05, manager, product("walnut", 500, Unit.PIECE));
    }

    @Test
    void refusesAnApplicationForWhatIsNotTheirsOrNotThere() {
        RecognitionId id = new RecognitionId("apply-" + world.next());
        refuses(world, Rule.CT_06, manager, new Apply(world.id(), id, SCHEME, WALNUTS_B, COOPERATIVE_A, COUNTY_A));
        refuses(
                world,
                Rule.CT_03,
                manager,
                new Apply(world.id(), id, SCHEME, Codes.gtin(world.next()), COOPERATIVE_A, COUNTY_A));
        SchemeId none = new SchemeId("none");
        refuses(world, Rule.RC_01, manager, new Apply(world.id(), id, none, WALNUTS_A, COOPERATIVE_A, COUNTY_A));
        refuses(world, Rule.RG_03, manager, new Apply(world.id(), id, SCHEME, WALNUTS_A, COOPERATIVE_A, PROVINCE));
        RegionCode elsewhere = new RegionCode("522635");
        refuses(world, Rule.RG_01, manager, new Apply(world.id(), id, SCHEME, WALNUTS_A, COOPERATIVE_A, elsewhere));
    }

    @Test
    void refusesASchemeWithTwoStepsOfOneNameNoneOrNine() {
        String scheme = Json.write(scheme("s-" + world.next(), "a", "b"));
        refuses(world, Rule.RC_10, () -> define(scheme.replace("\"name\":\"b\"", "\"name\":\"a\"")));
        String step = "{\"name\":\"a\",\"role\":\"city-officer\"}";
        refuses(world, Rule.FM_29, () -> define(scheme.replaceAll("\\[.*]", "[]")));
        refuses(
                world,
                Rule.FM_26,
                () -> define(scheme.replaceAll("\\[.*]", "[" + (step + ",").repeat(8) + step + "]")));
        refuses(world, Rule.FM_30, () -> define(scheme.replace("county-officer", "king")));
    }

    /** Whoever gains from a recognition, or could take every step alone, grants none. */
    @ParameterizedTest
    @CsvSource({
        "RC-11, clerk",
        "RC-11, county-officer city-officer province-officer clerk",
        "RC-11, county-officer platform-operator cooperative-manager",
        "RC-11, county-officer platform-operator inspector",
        "RC-11, county-officer platform-operator auditor",
        "RC-12, county-officer",
        "RC-12, platform-operator platform-operator",
        "RC-12, county-officer city-officer city-officer",
        "RC-12, city-officer province-officer",
    })
    void refusesASchemeThatIsNotOfSeveral(String id, String roles) {
        refuses(world, Rule.ofId(id).orElseThrow(), () -> define(Json.write(scheme(roles))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "county-officer platform-operator",
                "platform-operator province-officer",
                "province-officer county-officer city-officer",
                "county-officer city-officer province-officer platform-operator"
            })
    void takesASchemeOfTwoOrganisationsOrThreeLevels(String roles) {
        province.submit(scheme(roles));
    }

    private DefineScheme scheme(String roles) {
        List<Step> steps = new ArrayList<>();
        for (String role : roles.split(" ", -1)) {
            steps.add(new Step("step " + steps.size(), Role.of(role).orElseThrow()));
        }
        return new DefineScheme(world.id(), new SchemeId("s-" + world.next()), "方案", steps, Requirement.STRICT);
    }

    @ParameterizedTest
    @CsvSource({
        "FM-01, gtin, 123",
        "FM-02, gtin, 09520000000012",
        "FM-03, gtin, 02123456789010",
        "FM-08, cooperative, 123",
        "FM-09, cooperative, 93522631MA00000010",
        "FM-11, value, -1",
        "FM-13, unit, kg",
        "FM-16, id, 'a b'",
        "FM-17, commodity, Walnut",
        "FM-34, name, ' 核桃'",
        "FM-34, name, 'e\u0301'",
    })
    void refusesAMalformedValueByItsOwnRule(String id, String field, String value) {
        String product = Json.write(product("walnut", 500, Unit.GRAM));
        Rule rule = Rule.ofId(id).orElseThrow();
        String malformed = product.replaceFirst(
                "\"" + field + "\":(\"[^\"]*\"|[0-9]+)",
                "\"" + field + "\":" + (field.equals("value") ? value : "\"" + value + "\""));
        refuses(world, rule, () -> manager.submit(Operation.REGISTER_PRODUCT, malformed));
    }

    @Test
    void refusesARequestThatIsNotOfTheForm() {
        String product = Json.write(product("walnut", 500, Unit.GRAM));
        refuses(world, Rule.DC_01, () -> manager.submit(Operation.REGISTER_PRODUCT, product + "x"));
        refuses(
                world,
                Rule.DC_02,
                () -> manager.submit(Operation.REGISTER_PRODUCT, product.replace("\"name\"", "\"title\":1,\"name\"")));
        refuses(world, Rule.DC_03, () -> manager.submit(Operation.REGISTER_PRODUCT, product.replace(":500,", ":5.5,")));
        refuses(world, Rule.DC_05, () -> manager.submitNamed("catalogue:removeProduct"));
        refuses(world, Rule.DC_05, () -> manager.submitNamed("unknownTransaction"));
        refuses(world, Rule.DC_06, () -> manager.submit(Operation.REGISTER_PRODUCT));
        refuses(world, Rule.DC_06, () -> manager.submit(Operation.REGISTER_PRODUCT, product, product));
        byte[] notUtf8 = {(byte) 0xff};
        refuses(world, Rule.DC_01, () -> manager.submitNamed(Operation.REGISTER_PRODUCT.text(), notUtf8));
    }

    @Test
    void refusesToReadWhatIsNotThere() {
        refuses(world, Rule.RD_01, () -> manager.evaluate(Operation.GET, "region", "999999"));
        refuses(world, Rule.RD_01, () -> manager.evaluate(Operation.GET, "region", "522631/1"));
        refuses(world, Rule.RD_01, () -> manager.evaluate(Operation.GET, "region", "../x"));
        refuses(world, Rule.RD_02, () -> manager.evaluate(Operation.GET, "secret", "1"));
        refuses(world, Rule.RD_02, () -> manager.evaluate(Operation.LIST, "secret", "", "10", ""));
        refuses(world, Rule.RD_03, () -> manager.evaluate(Operation.LIST, "region", "", "10", "x"));
        refuses(world, Rule.FM_26, () -> manager.evaluate(Operation.LIST, "region", "", "201", ""));
        refuses(world, Rule.FM_29, () -> manager.evaluate(Operation.LIST, "region", "", "0", ""));
    }

    private String define(String scheme) {
        return province.submit(Operation.DEFINE_SCHEME, scheme);
    }

    private DefineScheme scheme(String id, String first, String second) {
        return new DefineScheme(
                world.id(),
                new SchemeId(id),
                "方案",
                List.of(new Step(first, Role.COUNTY_OFFICER), new Step(second, Role.PLATFORM_OPERATOR)),
                Requirement.STRICT);
    }

    private RegisterProduct product(String commodity, long content, Unit unit) {
        return new RegisterProduct(
                world.id(),
                WALNUTS_A,
                new CommodityCode(commodity),
                "核桃",
                new org.yuanhu.vocabulary.goods.Quantity(content, unit),
                COOPERATIVE_A);
    }
}
