package org.yuanhu.benchmarks.fabric;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.chaincode.ceiling.Allot;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.chaincode.household.Person;
import org.yuanhu.chaincode.household.Vouch;
import org.yuanhu.chaincode.intake.Confirmation;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.LineKind;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.registry.AdmitCooperative;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.Salt;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.time.Days;
import org.yuanhu.vocabulary.time.Season;

/** A county with cooperatives whose members' harvests are allotted in pages, each as large as the measurement needs. */
public final class Villages {
    /** Pages of each cooperative. */
    private static final int PAGES = 4;

    private static final int HOUSEHOLDS_A_PAGE = 10;
    private static final int AT_ONCE = 24;
    private static final int ATTEMPTS = 6;
    private static final long PAUSE_MILLIS = 500;
    private static final long GRAMS_A_LINE = 1_000;
    private static final long CEILING = 1_000_000_000;
    private static final RegionCode PROVINCE = new RegionCode("520000");
    private static final RegionCode CITY = new RegionCode("522600");
    private static final RegionCode COUNTY = new RegionCode("522631");
    private static final CommodityCode WALNUT = new CommodityCode("walnut");
    private static final Season SEASON = new Season("2026");
    private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final RealNetwork network;
    private final Identities identities;
    private final Contract province;
    private final Contract city;
    private final Contract voucher;
    private final Contract proposer;
    private final List<Lane> lanes = new ArrayList<>();

    private Villages(RealNetwork network, Identities identities) {
        this.network = network;
        this.identities = identities;
        this.province = officer("province-officer", "province", PROVINCE);
        this.city = officer("city-officer", "city", CITY);
        this.voucher = officer("county-officer", "voucher", COUNTY);
        this.proposer = officer("county-officer", "proposer", COUNTY);
    }

    /**
     * Founds them on an empty ledger.
     *
     * @param cooperatives how many, each with four pages
     */
    public static Villages found(RealNetwork network, Identities identities, int cooperatives, Consumer<String> say)
            throws Exception {
        Villages villages = new Villages(network, identities);
        villages.foundRegister();
        for (int number = 0; number < cooperatives; number++) {
            villages.foundCooperative(number);
        }
        villages.foundHouseholds();
        say.accept(cooperatives + " cooperatives, " + villages.lanes.size() + " pages of " + HOUSEHOLDS_A_PAGE
                + " households");
        return villages;
    }

    /** The province's officer. */
    public Contract province() {
        return province;
    }

    /** Every page with its clerk. */
    public List<Lane> lanes() {
        return List.copyOf(lanes);
    }

    /** A sheet of recognised lines, households in turn. */
    public static RecordSheet sheet(Lane lane, ActId id, int lines) {
        LocalDate today = Days.at(Instant.now());
        List<IntakeLine> weighed = new ArrayList<>();
        for (int number = 0; number < lines; number++) {
            weighed.add(new IntakeLine(
                    lane.households().get(number % lane.households().size()),
                    WALNUT,
                    grams(GRAMS_A_LINE),
                    "一级",
                    today,
                    LineKind.RECOGNISED,
                    Confirmation.HOUSEHOLD,
                    Optional.of(lane.page())));
        }
        return new RecordSheet(id, lane.cooperative(), SEASON, weighed);
    }

    /** Lines whose weight the ledger's pages say was taken. */
    public long linesTaken() throws GatewayException {
        long grams = 0;
        for (Lane lane : lanes) {
            String key = lane.cooperative() + "/" + WALNUT + "/" + SEASON + "/%04d".formatted(lane.page());
            String page = new String(lane.clerk().evaluateTransaction(Operation.GET.text(), "allotment", key), UTF_8);
            for (var entry : Json.tree(page).get("entries")) {
                grams += entry.get("taken").get("value").asLong();
            }
        }
        return grams / GRAMS_A_LINE;
    }

    private void foundRegister() throws Exception {
        admit(PROVINCE, "贵州省");
        admit(CITY, "黔东南苗族侗族自治州");
        admit(COUNTY, "黎平县");
        submit(province, new DefineCommodity(id("define", WALNUT), WALNUT, "核桃", Unit.GRAM));
        submit(province, new SetYield(id("yield", WALNUT), WALNUT, SEASON, grams(CEILING)));
    }

    private void admit(RegionCode region, String name) throws Exception {
        submit(province, new AdmitRegion(id("region", region), region, name, "", "832", LocalDate.of(2014, 12, 23)));
    }

    private void foundCooperative(int number) throws Exception {
        CreditCode cooperative = creditCode(number);
        submit(voucher, new AdmitCooperative(id("cooperative", cooperative), cooperative, "样例合作社" + number, COUNTY));
        Contract clerk = network.client(
                identities, "clerk", "clerk-" + number, Map.of("yuanhu.cooperative", cooperative.value()));
        for (int page = 0; page < PAGES; page++) {
            List<HouseholdId> households = new ArrayList<>();
            for (int household = 0; household < HOUSEHOLDS_A_PAGE; household++) {
                households.add(
                        new HouseholdId("%016x".formatted((number * PAGES + page) * HOUSEHOLDS_A_PAGE + household)));
            }
            lanes.add(new Lane(clerk, cooperative, page, households));
        }
    }

    /** One kind of act after the other, so that each finds what it needs committed; pages one household at a time. */
    private void foundHouseholds() throws Exception {
        forEachHousehold((lane, household) -> enrol(household));
        forEachHousehold((lane, household) -> submit(voucher, vouching(household)));
        forEachHousehold((lane, household) -> submit(
                lane.clerk(), new Join(id("join", household), lane.cooperative(), household, Days.at(Instant.now()))));
        forEachHousehold((lane, household) -> submit(
                proposer, new Propose(id("propose", household), household, WALNUT, SEASON, 10_000, grams(CEILING))));
        forEachHousehold((lane, household) -> submit(
                city,
                new Confirm(
                        id("confirm", household), household, WALNUT, SEASON, Optional.of(10_000L), grams(CEILING))));
        List<Callable<Object>> pages = new ArrayList<>();
        for (Lane lane : lanes) {
            pages.add(() -> {
                for (HouseholdId household : lane.households()) {
                    submit(
                            proposer,
                            new Allot(
                                    id("allot", household),
                                    household,
                                    WALNUT,
                                    SEASON,
                                    lane.cooperative(),
                                    lane.page(),
                                    grams(CEILING)));
                }
                return lane;
            });
        }
        atOnce(pages);
    }

    private interface Founding {
        void run(Lane lane, HouseholdId household) throws Exception;
    }

    private void forEachHousehold(Founding founding) throws Exception {
        List<Callable<Object>> all = new ArrayList<>();
        for (Lane lane : lanes) {
            for (HouseholdId household : lane.households()) {
                all.add(() -> {
                    founding.run(lane, household);
                    return household;
                });
            }
        }
        atOnce(all);
    }

    private static void atOnce(List<Callable<Object>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void enrol(HouseholdId household) throws Exception {
        String[] holders = network.consortium().collection().members().stream()
                .map(msp -> msp.value())
                .toArray(String[]::new);
        again(() -> voucher.newProposal(Operation.ENROL.text())
                .addArguments(household.value(), COUNTY.value())
                .putTransient("person", Json.write(person(household)))
                .setEndorsingOrganizations(holders)
                .build()
                .endorse()
                .submit());
    }

    private static Vouch vouching(HouseholdId household) {
        CategoryPeriod lifted = new CategoryPeriod(Category.LIFTED, LocalDate.of(2020, 1, 1), Optional.empty());
        return new Vouch(
                id("vouch", household),
                household,
                COUNTY,
                List.of(lifted),
                person(household).digests(household));
    }

    private static Person person(HouseholdId household) {
        TreeMap<String, Person.Field> fields = new TreeMap<>();
        Salt salt =
                new Salt(Hash.sha256(household.value().getBytes(UTF_8)).value().substring(0, 32));
        fields.put("displayName", new Person.Field("样例", salt));
        return new Person(Hash.sha256(("family" + household).getBytes(UTF_8)), fields);
    }

    private static void submit(Contract client, Act act) throws Exception {
        again(() -> client.newProposal(act.operation().text())
                .addArguments(Json.write(act))
                .build()
                .endorse()
                .submit());
    }

    /** Another peer may be a block behind: the same act again is no second act. */
    private static void again(Callable<byte[]> act) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                act.call();
                return;
            } catch (GatewayException | CommitException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private Contract officer(String role, String name, RegionCode region) {
        return network.client(identities, role, name, Map.of("yuanhu.region", region.value()));
    }

    private static ActId id(String what, Object whose) {
        return new ActId(what + "-" + whose);
    }

    private static Quantity grams(long value) {
        return new Quantity(value, Unit.GRAM);
    }

    /** The n-th code that belongs to nobody; its last character is the one that checks. */
    private static CreditCode creditCode(int number) {
        return CODE_CHARACTERS
                .chars()
                .mapToObj(check -> "93522631MA000%04d".formatted(number) + (char) check)
                .filter(Villages::checks)
                .map(CreditCode::new)
                .findFirst()
                .orElseThrow();
    }

    private static boolean checks(String code) {
        try {
            return new CreditCode(code).value().equals(code);
        } catch (RefusedException wrongCheckCharacter) {
            return false;
        }
    }
}
