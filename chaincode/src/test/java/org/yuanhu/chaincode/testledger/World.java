package org.yuanhu.chaincode.testledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.yuanhu.chaincode.access.Caller;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.chaincode.ceiling.Allot;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.household.Person;
import org.yuanhu.chaincode.household.Vouch;
import org.yuanhu.chaincode.intake.Confirmation;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.LineKind;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.recognition.Advance;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.recognition.DefineScheme;
import org.yuanhu.chaincode.recognition.Requirement;
import org.yuanhu.chaincode.recognition.Step;
import org.yuanhu.chaincode.recognition.Validity;
import org.yuanhu.chaincode.registry.AdmitCompanyPrefix;
import org.yuanhu.chaincode.registry.AdmitCooperative;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.registry.BlockNumber;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.CompanyPrefix;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.label.Salt;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.time.Days;
import org.yuanhu.vocabulary.time.Season;

/** A ledger with two counties, two cooperatives and their people, and short ways to do what every test needs done. */
public final class World implements AutoCloseable {
    /** 贵州省. */
    public static final RegionCode PROVINCE = new RegionCode("520000");
    /** 黔东南苗族侗族自治州, in which both counties lie. */
    public static final RegionCode CITY = new RegionCode("522600");
    /** 黎平县. */
    public static final RegionCode COUNTY_A = new RegionCode("522631");
    /** 榕江县. */
    public static final RegionCode COUNTY_B = new RegionCode("522632");
    /** A cooperative in county A. */
    public static final CreditCode COOPERATIVE_A = Codes.cooperative(1);
    /** A cooperative in county B. */
    public static final CreditCode COOPERATIVE_B = Codes.cooperative("522632", 2);
    /** Counted in grams. */
    public static final CommodityCode WALNUT = new CommodityCode("walnut");
    /** Counted in millilitres. */
    public static final CommodityCode HONEY = new CommodityCode("honey");
    /** Of cooperative A. */
    public static final CompanyPrefix PREFIX_A = new CompanyPrefix("95200000");
    /** Of cooperative B. */
    public static final CompanyPrefix PREFIX_B = new CompanyPrefix("95200001");
    /** Walnuts of cooperative A, 500 g. */
    public static final Gtin WALNUTS_A = Codes.gtin(1);
    /** Walnuts of cooperative B, 500 g. */
    public static final Gtin WALNUTS_B = Codes.gtin("95200001", 2);
    /** County, city, province. */
    public static final SchemeId SCHEME = new SchemeId("three-steps");
    /** The same steps; half of the goods must be of households lifted out of poverty or monitored. */
    public static final SchemeId HALF = new SchemeId("half");
    /** The same steps; any gram of a household of any kind will do. */
    public static final SchemeId ANY = new SchemeId("any");
    /** This year's. */
    public static final Season SEASON = new Season("2026");
    /** Of cooperative A. */
    public static final BlockNumber BLOCK_A = new BlockNumber("520001");
    /** Of cooperative B. */
    public static final BlockNumber BLOCK_B = new BlockNumber("520002");

    private final TestLedger ledger;
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger(1_000);

    private World(TestLedger ledger) {
        this.ledger = ledger;
    }

    /** An empty ledger. */
    public static World empty(Path folder) throws IOException {
        return new World(TestLedger.start(folder));
    }

    /** A ledger of the test's own. */
    public static World on(TestLedger ledger) {
        return new World(ledger);
    }

    /** A ledger with everything up to granted recognitions, and no household yet. */
    public static World founded(Path folder) throws IOException {
        World world = empty(folder);
        world.found();
        return world;
    }

    /** The ledger itself. */
    public TestLedger ledger() {
        return ledger;
    }

    /** An officer of a region; {@code number} tells several of one region apart. */
    public Client officer(RegionCode region, int number) {
        return client(roleIn(region), "officer-" + region + "-" + number, Map.of("yuanhu.region", region.value()));
    }

    private static String roleIn(RegionCode region) {
        return switch (region.level()) {
            case PROVINCE -> "province-officer";
            case CITY -> "city-officer";
            case COUNTY -> "county-officer";
        };
    }

    /** Another certificate of the same officer, as one of a region. */
    public Client also(Client officer, RegionCode region) {
        String person = officer.person();
        UserRequest request = UserRequest.of(
                        roleIn(region), "also-" + region + "-" + person, Map.of("yuanhu.region", region.value()))
                .heldBy(person);
        return client(request);
    }

    /** The officer of a county who vouches. */
    public Client voucher(RegionCode county) {
        return officer(county, 1);
    }

    /** The officer of a county who proposes and allots. */
    public Client proposer(RegionCode county) {
        return officer(county, 2);
    }

    /** The province's officer. */
    public Client province() {
        return officer(PROVINCE, 1);
    }

    /** The city's officer, who confirms. */
    public Client city() {
        return officer(CITY, 1);
    }

    /** A cooperative's manager. */
    public Client manager(CreditCode cooperative) {
        return client("cooperative-manager", "manager-" + small(cooperative), cooperative(cooperative));
    }

    /** A cooperative's clerk. */
    public Client clerk(CreditCode cooperative) {
        return client("clerk", "clerk-" + small(cooperative), cooperative(cooperative));
    }

    /** Anyone of the platform. */
    public Client platform() {
        return client("platform-operator", "platform", Map.of());
    }

    /** The server of the cooperatives' organisation, which acts for nobody. */
    public Client server() {
        return client("clerk", "server-member", cooperative(Caller.SERVERS_COOPERATIVE));
    }

    /** An inspector. */
    public Client inspector() {
        return client("inspector", "inspector", Map.of());
    }

    /** The client of a role, issued once per name. */
    public Client client(String role, String name, Map<String, String> attributes) {
        return client(UserRequest.of(role, name, attributes));
    }

    private Client client(UserRequest request) {
        synchronized (clients) {
            return clients.computeIfAbsent(
                    request.role() + "/" + request.name(),
                    key -> new Client(ledger, ledger.identities().issueUser(request)));
        }
    }

    /** A client with a certificate no honest authority would issue. */
    public Client impostor(String msp, String authority, String name, Map<String, String> attributes) {
        synchronized (clients) {
            return clients.computeIfAbsent(
                    msp + "/" + authority + "/" + name + attributes,
                    key -> new Client(ledger, new Forger(ledger.home()).issue(msp, authority, name, attributes)));
        }
    }

    /** The client of an identity that was issued elsewhere. */
    public Client client(UserIdentity user) {
        return new Client(ledger, user);
    }

    /** A number nobody used, for a household, cooperative or product of the test's own. */
    public int next() {
        return numbers.incrementAndGet();
    }

    /** An act id nobody used. */
    public ActId id() {
        return new ActId("act-" + ids.incrementAndGet());
    }

    /** Today in China. */
    public static LocalDate today() {
        return Days.at(Instant.now());
    }

    /** Grams. */
    public static Quantity grams(long value) {
        return new Quantity(value, Unit.GRAM);
    }

    /** A person with a display name, whose family nobody else has. */
    public static Person person(int n) {
        TreeMap<String, Person.Field> fields = new TreeMap<>();
        fields.put("displayName", new Person.Field("样例" + n, salt(n, "displayName")));
        fields.put("name", new Person.Field("样例农户" + n, salt(n, "name")));
        return new Person(Hash.sha256(("family" + n).getBytes(UTF_8)), fields);
    }

    private static Salt salt(int n, String field) {
        return new Salt(Hash.sha256((n + field).getBytes(UTF_8)).value().substring(0, 32));
    }

    /** A household lifted out of poverty in 2020. */
    public static List<CategoryPeriod> lifted() {
        return List.of(new CategoryPeriod(Category.LIFTED, LocalDate.of(2020, 1, 1), Optional.empty()));
    }

    /** Enrols and vouches for the n-th household. */
    public HouseholdId vouched(int n, RegionCode county) {
        return vouched(n, county, lifted());
    }

    private HouseholdId vouched(int n, RegionCode county, List<CategoryPeriod> categories) {
        HouseholdId household = Codes.household(n);
        Enrolment enrolment = voucher(county).enrol(household, county, person(n));
        voucher(county).submit(new Vouch(id(), household, county, categories, enrolment.digests()));
        return household;
    }

    /** The public act after an enrolment. */
    public Vouch vouching(HouseholdId household, RegionCode county, Enrolment enrolment) {
        return new Vouch(id(), household, county, lifted(), enrolment.digests());
    }

    /** A vouched member of a cooperative. */
    public HouseholdId member(int n, RegionCode county, CreditCode cooperative) {
        return member(n, county, cooperative, lifted());
    }

    private HouseholdId member(int n, RegionCode county, CreditCode cooperative, List<CategoryPeriod> categories) {
        HouseholdId household = vouched(n, county, categories);
        clerk(cooperative).submit(new Join(id(), cooperative, household, today()));
        return household;
    }

    /** A member with a confirmed ceiling of walnuts, all allotted to the cooperative on page 0. */
    public HouseholdId grower(int n, RegionCode county, CreditCode cooperative, long grams) {
        return grower(n, county, cooperative, grams, lifted());
    }

    /** The same, of other categories. */
    public HouseholdId grower(
            int n, RegionCode county, CreditCode cooperative, long grams, List<CategoryPeriod> categories) {
        HouseholdId household = member(n, county, cooperative, categories);
        raise(household, county, grams);
        proposer(county).submit(allot(household, cooperative, 0, grams));
        return household;
    }

    /** Proposes and confirms a ceiling of walnuts. */
    public void raise(HouseholdId household, RegionCode county, long grams) {
        proposer(county).submit(new Propose(id(), household, WALNUT, SEASON, 10_000, grams(grams)));
        city().submit(new Confirm(id(), household, WALNUT, SEASON, Optional.of(10_000L), grams(grams)));
    }

    /** An allotment of walnuts. */
    public Allot allot(HouseholdId household, CreditCode cooperative, int page, long grams) {
        return new Allot(id(), household, WALNUT, SEASON, cooperative, page, grams(grams));
    }

    /** A recognised line of walnuts of today, on page 0. */
    public static IntakeLine line(HouseholdId household, long grams) {
        return new IntakeLine(
                household,
                WALNUT,
                grams(grams),
                "一级",
                today(),
                LineKind.RECOGNISED,
                Confirmation.HOUSEHOLD,
                Optional.of(0));
    }

    /** An ordinary line of walnuts of today. */
    public static IntakeLine ordinary(HouseholdId household, long grams) {
        return new IntakeLine(
                household,
                WALNUT,
                grams(grams),
                "",
                today(),
                LineKind.ORDINARY,
                Confirmation.COOPERATIVE,
                Optional.empty());
    }

    /** A recognition granted from today to the given day. */
    public RecognitionId granted(String name, Gtin gtin, CreditCode cooperative, RegionCode county, LocalDate to) {
        return granted(name, SCHEME, gtin, cooperative, county, to);
    }

    /** A recognition granted for the given days. */
    public RecognitionId granted(String name, Gtin gtin, CreditCode cooperative, RegionCode county, Validity validity) {
        return granted(name, SCHEME, gtin, cooperative, county, validity);
    }

    /** One granted from today on, under another scheme. */
    public RecognitionId granted(
            String name, SchemeId scheme, Gtin gtin, CreditCode cooperative, RegionCode county, LocalDate to) {
        return granted(name, scheme, gtin, cooperative, county, new Validity(today(), to));
    }

    private RecognitionId granted(
            String name, SchemeId scheme, Gtin gtin, CreditCode cooperative, RegionCode county, Validity validity) {
        RecognitionId recognition = new RecognitionId(name);
        manager(cooperative).submit(new Apply(id(), recognition, scheme, gtin, cooperative, county));
        proposer(county).submit(new Advance(id(), recognition, "county", Optional.empty()));
        city().submit(new Advance(id(), recognition, "city", Optional.empty()));
        province().submit(new Advance(id(), recognition, "province", Optional.of(validity)));
        return recognition;
    }

    /** Everything up to a scheme of recognition; no household yet. */
    public void found() {
        admit(PROVINCE, "贵州省");
        admit(CITY, "黔东南苗族侗族自治州");
        admit(COUNTY_A, "黎平县");
        admit(COUNTY_B, "榕江县");
        voucher(COUNTY_A).submit(new AdmitCooperative(id(), COOPERATIVE_A, "样例甲合作社", COUNTY_A));
        voucher(COUNTY_B).submit(new AdmitCooperative(id(), COOPERATIVE_B, "样例乙合作社", COUNTY_B));
        province().submit(new AdmitRunBlock(id(), BLOCK_A, COOPERATIVE_A));
        province().submit(new AdmitRunBlock(id(), BLOCK_B, COOPERATIVE_B));
        province().submit(new AdmitCompanyPrefix(id(), PREFIX_A, COOPERATIVE_A));
        province().submit(new AdmitCompanyPrefix(id(), PREFIX_B, COOPERATIVE_B));
        province().submit(new DefineCommodity(id(), WALNUT, "核桃", Unit.GRAM));
        province().submit(new DefineCommodity(id(), HONEY, "蜂蜜", Unit.MILLILITRE));
        province().submit(new SetYield(id(), WALNUT, SEASON, grams(3_000_000)));
        manager(COOPERATIVE_A).submit(new RegisterProduct(id(), WALNUTS_A, WALNUT, "样例核桃", grams(500), COOPERATIVE_A));
        manager(COOPERATIVE_B).submit(new RegisterProduct(id(), WALNUTS_B, WALNUT, "样例核桃", grams(500), COOPERATIVE_B));
        define(SCHEME, "三级认定", Requirement.STRICT);
        define(HALF, "三级认定（占比）", Requirement.of(500, List.of(Category.LIFTED, Category.MONITORED)));
        define(ANY, "三级认定（不限占比）", new Requirement(Optional.of(0), Optional.empty()));
    }

    private void define(SchemeId scheme, String name, Requirement requirement) {
        List<Step> steps = List.of(
                new Step("county", Role.COUNTY_OFFICER),
                new Step("city", Role.CITY_OFFICER),
                new Step("province", Role.PROVINCE_OFFICER));
        province().submit(new DefineScheme(id(), scheme, name, steps, requirement));
    }

    private void admit(RegionCode region, String name) {
        province().submit(new AdmitRegion(id(), region, name, "", "832", LocalDate.of(2014, 12, 23)));
    }

    private static Map<String, String> cooperative(CreditCode cooperative) {
        return Map.of("yuanhu.cooperative", cooperative.value());
    }

    private static String small(CreditCode cooperative) {
        return cooperative.value().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
