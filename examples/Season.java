import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the sample season, always the same bytes: {@code java examples/Season.java [folder]}, from the project's root.
 *
 * <p>County codes and names are real (examples/data). Every person is invented: id numbers begin with 000000, a region
 * that does not exist, telephone numbers with 100-0000, and names say that they are samples.
 */
final class Season {
    /** Days before import on which the scales were open. */
    private static final int[] SCALE_DAYS = {28, 25, 22, 19, 16, 13, 10, 8, 6, 5};

    /** Packed in three goes: lines weighed from {@code first} to {@code last} days before import are packed on {@code packed}. */
    private static final Window[] WINDOWS = {new Window(28, 19, 17), new Window(16, 10, 9), new Window(8, 6, 4)};

    private static final String SEASON = "2026";

    private final Random random = new Random(20260901);
    private final Map<String, List<String>> files = new TreeMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Household> households = new ArrayList<>();
    private final List<Allotment> allotments = new ArrayList<>();

    record Window(int first, int last, int packed) {}

    record County(String code, String city, String vouches, String proposes, String confirms, int families) {}

    record Cooperative(int number, String county, String name, List<String> blocks) {
        String code() {
            return creditCode("93" + county + organisationCode("MA00000" + number));
        }

        String clerk() {
            return "clerk-" + number;
        }

        String manager() {
            return "manager-" + number;
        }
    }

    /** What is grown: yield in whole units per hectare, plots between two areas in square metres. */
    record Commodity(String code, String name, String unit, int perHectare, int smallest, int largest) {}

    /** A product, the scheme it is recognised under, its validity in days before import (negative: after), its share of homes. */
    record Product(int number, int cooperative, String commodity, String name, String net, String unit, String scheme, String lot,
            List<String> counties, int from, int to, int percent) {
        String gtin() {
            return gtinOf("095200000" + String.format("%04d", 10 * cooperative + number));
        }

        String recognition(String county) {
            return "RZ" + SEASON + "-" + county + "-" + cooperative + number;
        }
    }

    record Household(String id, County county, int number) {}

    record Allotment(Household household, Product product, BigDecimal amount) {}

    record Line(Household household, String commodity, BigDecimal quantity, String unit, int day, boolean recognised, int sheet, int number) {}

    private static final List<County> COUNTIES = List.of(
            new County("520527", "520500", "county-a", "county-b", "city", 40),
            new County("520526", "520500", "county-c", "county-d", "city", 32),
            new County("520623", "520600", "county-e", "county-f", "city-2", 32),
            new County("522632", "522600", "county-g", "county-h", "city-3", 34));

    private static final List<Cooperative> COOPERATIVES = List.of(
            new Cooperative(1, "520527", "示例·赫章核桃蜂蜜农民专业合作社", List.of("100001", "100005")),
            new Cooperative(2, "520526", "示例·威宁高原果品农民专业合作社", List.of("100002")),
            new Cooperative(3, "520623", "示例·石阡苔茶农民专业合作社", List.of("100003")),
            new Cooperative(4, "522632", "示例·榕江山货农民专业合作社", List.of("100004")));

    private static final List<Commodity> COMMODITIES = List.of(
            new Commodity("walnut-in-shell", "核桃（带壳）", "千克", 2_250, 1_300, 4_000),
            new Commodity("honey", "蜂蜜", "千克", 60, 20_000, 60_000),
            new Commodity("dried-apple", "苹果干", "千克", 4_000, 700, 2_700),
            new Commodity("green-tea", "绿茶（干茶）", "千克", 900, 1_300, 4_000),
            new Commodity("wood-ear", "黑木耳（干）", "千克", 7_500, 200, 700),
            new Commodity("millet", "小米", "千克", 3_750, 1_300, 3_300),
            new Commodity("free-range-egg", "散养鸡蛋", "个", 112_500, 700, 2_000));

    private static final List<Product> PRODUCTS = List.of(
            new Product(1, 1, "walnut-in-shell", "示例赫章核桃 1千克", "1", "千克", "scheme-2020", "HT26", List.of("520527"), 0, -335, 90),
            new Product(2, 1, "honey", "示例山花蜂蜜 500克", "500", "克", "scheme-2022", "FM26", List.of("520527"), 0, -335, 40),
            new Product(3, 2, "dried-apple", "示例威宁苹果干 250克", "250", "克", "scheme-2020", "PG26", List.of("520526"), 0, -335, 85),
            new Product(4, 2, "walnut-in-shell", "示例高原核桃 500克", "500", "克", "scheme-2022", "WH26", List.of("520526", "520527"), 0, -335, 50),
            new Product(5, 3, "green-tea", "示例石阡苔茶 100克", "100", "克", "scheme-2020", "LC26", List.of("520623"), 0, -335, 90),
            new Product(6, 3, "wood-ear", "示例石阡黑木耳 200克", "200", "克", "scheme-2022", "SM26", List.of("520623"), -30, -335, 45),
            new Product(7, 4, "millet", "示例榕江小米 1千克", "1", "千克", "scheme-2024", "XM26", List.of("522632"), 0, -335, 80),
            new Product(8, 4, "wood-ear", "示例榕江黑木耳 150克", "150", "克", "scheme-2022", "RM26", List.of("522632"), 0, -335, 50),
            new Product(9, 4, "free-range-egg", "示例散养鸡蛋 30个", "30", "个", "scheme-2022", "JD26", List.of("522632"), 0, -335, 30));

    /** The product whose recognition is withdrawn after its labels were printed. */
    private static final int REVOKED = 2;

    /** The product whose recognition has run out: its print run is refused with this rule. */
    private static final int EXPIRED = 6;

    private static final String EXPIRED_RULE = "RN-06";

    /** The product one batch of which is mixed with ordinary goods. */
    private static final int MIXED = 7;

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "examples/season" : arguments[0]);
        Season season = new Season();
        season.readNames(Path.of("examples/data/regions.csv"));
        season.users();
        season.registry();
        season.recognitions();
        season.households();
        season.ceilings();
        for (Cooperative cooperative : COOPERATIVES) {
            season.harvest(cooperative);
        }
        season.revocation();
        for (String name : season.files.keySet()) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, season.bytes(name));
        }
    }

    private void readNames(Path regions) throws IOException {
        for (String line : Files.readAllLines(regions)) {
            String[] cells = line.split(",", -1);
            names.put(cells[0], cells[3]);
        }
    }

    private void users() {
        heading("users.csv", "user,role,msp,region,cooperative,name");
        row("users.csv", "province", "province-officer", "GovernmentMSP", "520000", "", "示例省级人员");
        Map<String, String> cities = new LinkedHashMap<>();
        COUNTIES.forEach(county -> cities.put(county.confirms(), county.city()));
        cities.forEach((user, city) -> row("users.csv", user, "city-officer", "GovernmentMSP", city, "", "示例" + names.get(city) + "人员"));
        for (County county : COUNTIES) {
            for (String user : List.of(county.vouches(), county.proposes())) {
                row("users.csv", user, "county-officer", "GovernmentMSP", county.code(), "", "示例" + names.get(county.code()) + "人员");
            }
        }
        for (Cooperative cooperative : COOPERATIVES) {
            row("users.csv", cooperative.manager(), "cooperative-manager", "CooperativeMSP", "", cooperative.code(), "示例理事长" + cooperative.number());
            row("users.csv", cooperative.clerk(), "clerk", "CooperativeMSP", "", cooperative.code(), "示例文员" + cooperative.number());
        }
        row("users.csv", "platform", "platform-operator", "PlatformMSP", "", "", "示例平台人员");
        row("users.csv", "inspector", "inspector", "AuditorMSP", "", "", "示例检查员");
    }

    private void registry() {
        String regions = heading("01-regions/province.csv", "地区代码,名称,上级,名单,列入日期");
        for (County county : COUNTIES) {
            row(regions, county.code(), names.get(county.code()), "贵州省 " + names.get(county.city()), "832", "2014-12-23");
        }
        String commodities = heading("02-commodities/province.csv", "品类代码,名称,单位");
        String yields = heading("03-yields/province.csv", "品类代码,产季,每公顷产量,单位");
        for (Commodity commodity : COMMODITIES) {
            row(commodities, commodity.code(), commodity.name(), commodity.unit().equals("千克") ? "克" : commodity.unit());
            row(yields, commodity.code(), SEASON, commodity.perHectare(), commodity.unit());
        }
        String schemes = heading("04-schemes/province.csv", "认定办法,名称,序号,步骤,角色,最低份额千分比,计入类别");
        row(schemes, "scheme-2020", "产品认定（2020）", 1, "县级初审", "county-officer", "", "");
        row(schemes, "scheme-2020", "产品认定（2020）", 2, "市级复核", "city-officer", "", "");
        row(schemes, "scheme-2020", "产品认定（2020）", 3, "省级审定", "province-officer", "", "");
        row(schemes, "scheme-2020", "产品认定（2020）", 4, "公布", "province-officer", "", "");
        row(schemes, "scheme-2022", "产品推荐（2022）", 1, "县级推荐", "county-officer", "", "");
        row(schemes, "scheme-2022", "产品推荐（2022）", 2, "平台审核", "platform-operator", "", "");
        row(schemes, "scheme-2022", "产品推荐（2022）", 3, "上架", "platform-operator", "", "");
        row(schemes, "scheme-2024", "产品认定（2024，可混合）", 1, "县级推荐", "county-officer", 500, "脱贫户 监测对象");
        row(schemes, "scheme-2024", "产品认定（2024，可混合）", 2, "平台审核", "platform-operator", 500, "脱贫户 监测对象");
        row(schemes, "scheme-2024", "产品认定（2024，可混合）", 3, "上架", "platform-operator", 500, "脱贫户 监测对象");
        String blocks = "06-run-blocks/province.csv";
        heading(blocks, "号段,合作社代码");
        for (Cooperative cooperative : COOPERATIVES) {
            row(heading("05-cooperatives/" + county(cooperative.county()).vouches() + ".csv", "合作社代码,名称,地区代码"),
                    cooperative.code(), cooperative.name(), cooperative.county());
            cooperative.blocks().forEach(block -> row(blocks, block, cooperative.code()));
        }
        String prefixes = heading("06-company-prefixes/province.csv", "厂商识别代码,合作社代码");
        for (int number = 1; number <= COOPERATIVES.size(); number++) {
            row(prefixes, "9520000000" + number, COOPERATIVES.get(number - 1).code());
        }
        for (Product product : PRODUCTS) {
            Cooperative cooperative = cooperative(product);
            row(heading("07-products/" + cooperative.manager() + ".csv", "商品条码,品类代码,名称,净含量,单位,合作社代码"),
                    product.gtin(), product.commodity(), product.name(), product.net(), product.unit(), cooperative.code());
        }
    }

    private void recognitions() {
        for (Product product : PRODUCTS) {
            for (String code : product.counties()) {
                County county = county(code);
                String recognition = product.recognition(code);
                row(heading("08-recognitions/" + cooperative(product).manager() + ".csv", "认定编号,认定办法,商品条码,合作社代码,地区代码"),
                        recognition, product.scheme(), product.gtin(), cooperative(product).code(), code);
                if (product.scheme().equals("scheme-2020")) {
                    step("09", county.vouches(), recognition, "县级初审", "", "");
                    step("10", county.confirms(), recognition, "市级复核", "", "");
                    step("11", "province", recognition, "省级审定", "", "");
                    step("11", "province", recognition, "公布", product.from(), product.to());
                } else {
                    step("09", county.vouches(), recognition, "县级推荐", "", "");
                    step("10", "platform", recognition, "平台审核", "", "");
                    step("10", "platform", recognition, "上架", product.from(), product.to());
                }
            }
        }
    }

    private void step(String order, String user, Object... cells) {
        row(heading(order + "-recognition-steps/" + user + ".csv", "认定编号,步骤,有效期自,有效期至"), cells);
    }

    private void households() {
        for (County county : COUNTIES) {
            String place = names.get(county.code()).substring(0, 2);
            for (int number = 1; number <= county.families(); number++) {
                Household household = new Household(householdId(county.code() + "/" + number), county, number);
                households.add(household);
                String birth = String.format("%04d%02d%02d", 1950 + random.nextInt(45), 1 + random.nextInt(12), 1 + random.nextInt(28));
                String category = number % 10 == 3 ? "监测对象" : number % 5 == 4 ? "一般农户" : "脱贫户";
                row(heading("12-households/" + county.vouches() + ".csv", "农户编号,地区代码,姓名,身份证号,电话,展示名,同意展示,类别,类别自"),
                        household.id(), county.code(), "样例户主" + place + chinese(number),
                        idNumber("000000" + birth + String.format("%03d", number)),
                        String.format("1000000%04d", households.size()), "示例·" + place + "第" + number + "户",
                        number % 3 == 0 ? "否" : "是", category, "2020-12-31");
            }
        }
    }

    private void ceilings() {
        for (Household household : households) {
            Map<String, List<Product>> grown = PRODUCTS.stream()
                    .filter(product -> product.counties().contains(household.county().code()) && sellsThrough(household, product))
                    .collect(Collectors.groupingBy(Product::commodity, LinkedHashMap::new, Collectors.toList()));
            grown.forEach((code, products) -> ceiling(household, commodity(code), products));
            grown.values().stream().flatMap(List::stream).map(Season::cooperative).distinct().forEach(cooperative -> row(
                    heading("13-memberships/" + cooperative.clerk() + ".csv", "合作社代码,农户编号,动作,日期"),
                    cooperative.code(), household.id(), "加入", 30));
        }
    }

    /** Everyone grows what the cooperative is known for or one thing more; eight homes in Hezhang sell walnuts to both neighbours. */
    private boolean sellsThrough(Household household, Product product) {
        if (!cooperative(product).county().equals(household.county().code())) {
            return household.number() <= 8;
        }
        boolean first = PRODUCTS.stream().filter(other -> other.cooperative() == product.cooperative()).findFirst().orElseThrow() == product;
        return random.nextInt(100) < product.percent() || (first && household.number() <= 8);
    }

    private void ceiling(Household household, Commodity commodity, List<Product> products) {
        int area = commodity.smallest() + random.nextInt(commodity.largest() - commodity.smallest());
        long amount = (long) area * commodity.perHectare() / 10_000 * (70 + random.nextInt(26)) / 100;
        String heading = "农户编号,品类代码,产季,面积平方米,数量,单位";
        County county = household.county();
        row(heading("14-ceilings/" + county.proposes() + ".csv", heading), household.id(), commodity.code(), SEASON, area, amount, commodity.unit());
        row(heading("15-ceiling-confirmations/" + county.confirms() + ".csv", heading),
                household.id(), commodity.code(), SEASON, area, amount, commodity.unit());
        long each = amount / products.size();
        for (Product product : products) {
            row(heading("16-allotments/" + county.proposes() + ".csv", "农户编号,品类代码,产季,合作社代码,数量,单位"),
                    household.id(), commodity.code(), SEASON, cooperative(product).code(), each, commodity.unit());
            allotments.add(new Allotment(household, product, BigDecimal.valueOf(each)));
        }
    }

    private void harvest(Cooperative cooperative) {
        List<Line> weighed = new ArrayList<>();
        for (Allotment allotment : allotments) {
            if (cooperative(allotment.product()) == cooperative) {
                weigh(allotment, weighed);
            }
        }
        String file = heading("17-intake/" + cooperative.clerk() + ".csv", "单号,合作社代码,产季,农户编号,品类代码,数量,单位,等级,交售日,是否计入限额,确认方式");
        List<Line> lines = new ArrayList<>();
        int sheet = 0;
        for (int day : SCALE_DAYS) {
            sheet++;
            int number = 0;
            for (Line line : weighed) {
                if (line.day() == day) {
                    number++;
                    lines.add(new Line(line.household(), line.commodity(), line.quantity(), line.unit(), day, line.recognised(), sheet, number));
                    int chance = random.nextInt(10);
                    row(file, sheet, cooperative.code(), SEASON, line.household().id(), line.commodity(), line.quantity().toPlainString(), line.unit(),
                            chance < 5 ? "一级" : chance < 8 ? "二级" : "三级", day, line.recognised() ? "是" : "否",
                            chance % 3 == 0 ? "农户" : chance % 3 == 1 ? "见证人" : "合作社");
                }
            }
        }
        String digest = digest(bytes(file)).substring(0, 32);
        for (Product product : PRODUCTS) {
            if (cooperative(product) == cooperative) {
                batches(product, lines, "intake-" + digest + "-");
            }
        }
    }

    /** A home brings half to nine tenths of what it was allotted, in five to seven goes, and now and then something beyond it. */
    private void weigh(Allotment allotment, List<Line> weighed) {
        int goes = 5 + random.nextInt(3);
        boolean whole = commodity(allotment.product().commodity()).unit().equals("个");
        BigDecimal share = BigDecimal.valueOf(50 + random.nextInt(41)).movePointLeft(2).divide(BigDecimal.valueOf(goes), 4, RoundingMode.DOWN);
        BigDecimal each = allotment.amount().multiply(share);
        for (int go = 0; go < goes; go++) {
            BigDecimal quantity = each.multiply(BigDecimal.valueOf(90 + random.nextInt(11)).movePointLeft(2))
                    .setScale(whole ? 0 : 2, RoundingMode.DOWN);
            int day = SCALE_DAYS[(go * SCALE_DAYS.length / goes + random.nextInt(2)) % SCALE_DAYS.length];
            weighed.add(line(allotment, quantity, day, true));
        }
        if (random.nextInt(8) == 0) {
            weighed.add(line(allotment, each.setScale(whole ? 0 : 1, RoundingMode.DOWN), SCALE_DAYS[7 + random.nextInt(2)], false));
        }
    }

    private static Line line(Allotment allotment, BigDecimal quantity, int day, boolean recognised) {
        String commodity = allotment.product().commodity();
        return new Line(allotment.household(), commodity, quantity, commodity(commodity).unit(), day, recognised, 0, 0);
    }

    private void batches(Product product, List<Line> lines, String sheets) {
        for (int number = 1; number <= WINDOWS.length; number++) {
            Window window = WINDOWS[number - 1];
            boolean mixed = product.number() == MIXED && number == WINDOWS.length;
            List<Line> inputs = lines.stream()
                    .filter(line -> line.commodity().equals(product.commodity()) && line.day() <= window.first() && line.day() >= window.last())
                    .filter(line -> line.recognised() || mixed)
                    .toList();
            batch(product, number, inputs, sheets, window.packed(), mixed ? "混合" : "认定");
        }
        if (product.number() == 1) {
            List<Line> ordinary = lines.stream().filter(line -> line.commodity().equals(product.commodity()) && !line.recognised()).toList();
            batch(product, WINDOWS.length + 1, ordinary, sheets, 3, "普通");
        }
    }

    private void batch(Product product, int number, List<Line> lines, String sheets, int packedOn, String claim) {
        Map<Integer, List<String>> bySheet = new TreeMap<>();
        lines.forEach(line -> bySheet.computeIfAbsent(line.sheet(), sheet -> new ArrayList<>()).add(String.valueOf(line.number())));
        String inputs = bySheet.entrySet().stream()
                .map(entry -> sheets + entry.getKey() + ":" + String.join("、", entry.getValue()))
                .collect(Collectors.joining(" "));
        BigDecimal weighed = lines.stream().map(Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal loss = weighed.movePointLeft(2).multiply(BigDecimal.valueOf(1 + random.nextInt(4))).setScale(0, RoundingMode.DOWN);
        BigDecimal packed = weighed.subtract(loss);
        Cooperative cooperative = cooperative(product);
        String lot = product.lot() + "-0" + number;
        row(heading("18-batches/" + cooperative.clerk() + ".csv", "商品条码,批号,合作社代码,包装日,来源明细,包装数量,损耗,单位,声明"),
                product.gtin(), lot, cooperative.code(), packedOn, inputs, packed.toPlainString(), loss.toPlainString(), lines.get(0).unit(), claim);
        if (!claim.equals("普通")) {
            List<String> counties = lines.stream().filter(Line::recognised).map(line -> line.household().county().code()).distinct().sorted().toList();
            labels(product, lot, packed, counties);
        }
    }

    private void labels(Product product, String lot, BigDecimal packed, List<String> counties) {
        Cooperative cooperative = cooperative(product);
        String file = heading("19-print-runs/" + cooperative.clerk() + ".csv", "赋码号,商品条码,批号,类型,数量,认定编号,应被拒绝");
        BigDecimal net = product.unit().equals("克") ? new BigDecimal(product.net()).movePointLeft(3) : new BigDecimal(product.net());
        int count = packed.divideToIntegralValue(net).min(BigDecimal.valueOf(400 + 50L * random.nextInt(9))).intValueExact();
        int run = files.get(file).size();
        row(file, cooperative.blocks().get(0) + String.format("%02d", run), product.gtin(), lot, "unit", count,
                counties.stream().map(product::recognition).collect(Collectors.joining(" ")),
                product.number() == EXPIRED ? EXPIRED_RULE : "");
    }

    private void revocation() {
        Product product = PRODUCTS.get(REVOKED - 1);
        String county = product.counties().get(0);
        row(heading("20-revocations/" + county(county).proposes() + ".csv", "认定编号,原因"), product.recognition(county), "示例：抽检不合格");
    }

    private String heading(String file, String columns) {
        files.computeIfAbsent(file, name -> new ArrayList<>(List.of(columns)));
        return file;
    }

    private void row(String file, Object... cells) {
        files.get(file).add(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** UTF-8; the clerks' tables with a byte order mark, without which Excel in China reads them as GBK. */
    private byte[] bytes(String file) {
        return ((file.equals("users.csv") ? "" : "\uFEFF") + String.join("\n", files.get(file)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static County county(String code) {
        return COUNTIES.stream().filter(county -> county.code().equals(code)).findFirst().orElseThrow();
    }

    private static Cooperative cooperative(Product product) {
        return COOPERATIVES.get(product.cooperative() - 1);
    }

    private static Commodity commodity(String code) {
        return COMMODITIES.stream().filter(commodity -> commodity.code().equals(code)).findFirst().orElseThrow();
    }

    /** 16 hex digits a spreadsheet keeps as text: never all decimal, never of the form 12E34. */
    private static String householdId(String seed) {
        String id = digest(("sample household " + seed).getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        return id.matches("[0-9]*e?[0-9]*") ? householdId(seed + "'") : id;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String chinese(int number) {
        return String.format("%03d", number).chars().mapToObj(digit -> "〇一二三四五六七八九".substring(digit - '0', digit - '0' + 1)).collect(Collectors.joining());
    }

    /** GS1 General Specifications, check digit of a GTIN. */
    private static String gtinOf(String digits) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** GB 11643: weights 2^(17-i) mod 11 over 17 digits. */
    private static String idNumber(String digits) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (digits.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** GB 11714: the check character of an organisation code. */
    private static String organisationCode(String eight) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(eight.charAt(i), 36) * weights[i];
        }
        int check = 11 - sum % 11;
        return eight + (check == 10 ? "X" : String.valueOf(check % 11));
    }

    /** GB 32100: the check character of a unified social credit code. */
    private static String creditCode(String seventeen) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int sum = 0;
        int weight = 1;
        for (char character : seventeen.toCharArray()) {
            sum += alphabet.indexOf(character) * weight;
            weight = weight * 3 % 31;
        }
        return seventeen + alphabet.charAt((31 - sum % 31) % 31);
    }
}
