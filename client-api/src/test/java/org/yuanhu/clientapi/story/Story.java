package org.yuanhu.clientapi.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import tools.jackson.databind.JsonNode;

/**
 * The whole story, told over REST by the people in it, from a server that knows nothing to printed labels: a county's tea, a
 * cooperative, households who grow it, what they handed in, a batch, a print run. Every person is invented.
 */
final class Story {
    static final String COUNTY = "520623";
    static final String COOPERATIVE = "93520623MA0000031R";
    static final String GTIN = "09520000000356";
    static final String RECOGNITION = "RZ2026-520623-35";

    private static final String COMMODITY = "green-tea";
    private static final String SEASON = "2026";

    private final ServerOnRandomPort server;
    private int acts;

    Story(ServerOnRandomPort server) {
        this.server = server;
    }

    /** A person as a county officer types them. */
    record Person(String name, String idNumber, String phone, String displayName) {
        static Person sample(int number) {
            return new Person(
                    "样例农户" + number,
                    "0000001970010100%02d".formatted(number),
                    "100-0000-00%02d".formatted(number),
                    "样例家" + number);
        }
    }

    /** The county, what grows there, the cooperative and its tea, recognised in every step. */
    Story founded() {
        does(
                "province",
                "/regions",
                Map.of("code", COUNTY, "name", "石阡县", "within", "贵州省铜仁市", "list", "832", "since", "2014-12-23"));
        does("province", "/commodities", Map.of("code", COMMODITY, "name", "绿茶", "unit", "g"));
        does("province", "/yields", Map.of("commodity", COMMODITY, "season", SEASON, "perHectare", grams(3_000_000)));
        scheme("fp2020", Map.of());
        does("county-e", "/cooperatives", Map.of("code", COOPERATIVE, "name", "石阡县示例茶叶农民专业合作社", "county", COUNTY));
        does("province", "/company-prefixes", Map.of("prefix", "95200000003", "cooperative", COOPERATIVE));
        does("province", "/run-blocks", Map.of("block", "100003", "cooperative", COOPERATIVE));
        does(
                "manager-3",
                "/products",
                Map.of(
                        "gtin",
                        GTIN,
                        "commodity",
                        COMMODITY,
                        "name",
                        "石阡苔茶",
                        "netContent",
                        grams(250),
                        "cooperative",
                        COOPERATIVE));
        recognised(RECOGNITION, "fp2020");
        return this;
    }

    private void scheme(String id, Map<String, Object> requirement) {
        List<Map<String, String>> steps = List.of(
                Map.of("name", "县级审核", "role", "county-officer"),
                Map.of("name", "市级审核", "role", "city-officer"),
                Map.of("name", "省级公示", "role", "province-officer"));
        Map<String, Object> scheme = new LinkedHashMap<>(Map.of("scheme", id, "name", "扶贫产品认定", "steps", steps));
        scheme.putAll(requirement);
        does("province", "/schemes", scheme);
    }

    /** The tea is recognised under a scheme, step by step. */
    private void recognised(String recognition, String scheme) {
        does(
                "manager-3",
                "/recognitions",
                Map.of(
                        "recognition",
                        recognition,
                        "scheme",
                        scheme,
                        "gtin",
                        GTIN,
                        "cooperative",
                        COOPERATIVE,
                        "county",
                        COUNTY));
        does("county-e", "/recognition-steps", Map.of("recognition", recognition, "step", "县级审核"));
        does("city-2", "/recognition-steps", Map.of("recognition", recognition, "step", "市级审核"));
        Map<String, String> validity =
                Map.of("from", today().toString(), "to", today().plusDays(300).toString());
        does(
                "province",
                "/recognition-steps",
                Map.of("recognition", recognition, "step", "省级公示", "validity", validity));
    }

    /** A batch three quarters of which are recognised, and labels under a scheme that takes such; the run. */
    JsonNode mixedRun(String lot, List<String> households, int count) {
        scheme("half", Map.of("leastShare", 500, "categories", List.of("monitored", "lifted", "general")));
        recognised("RZ-HALF", "half");
        String half = households.get(0);
        String sheet = does(
                        "clerk-3",
                        "/intake-sheets",
                        Map.of(
                                "cooperative",
                                COOPERATIVE,
                                "season",
                                SEASON,
                                "lines",
                                List.of(
                                        with(line(half, 30_000, "recognised"), "page", 0),
                                        line(half, 10_000, "ordinary"))))
                .get("id")
                .asString();
        pack(lot, sheet, 2, 40_000, "mixed");
        return printRun(lot, count, "RZ-HALF");
    }

    private static Map<String, Object> line(String household, long weight, String kind) {
        return Map.of(
                "household",
                household,
                "commodity",
                COMMODITY,
                "quantity",
                grams(weight),
                "grade",
                "一级",
                "day",
                today().minusDays(9).toString(),
                "kind",
                kind,
                "confirmed",
                "household");
    }

    /** A household that is vouched for, a member, and may hand in 500 kg; its id. */
    String household(Person person, boolean consents) {
        JsonNode enrolled = does(
                "county-e",
                "/households",
                Map.of(
                        "county", COUNTY,
                        "categories",
                                List.of(
                                        Map.of("category", "lifted", "from", "2016-01-01", "to", "2020-11-23"),
                                        Map.of("category", "general", "from", "2020-11-24")),
                        "person",
                                Map.of(
                                        "name", person.name(),
                                        "idNumber", person.idNumber(),
                                        "phone", person.phone(),
                                        "displayName", person.displayName())));
        String household = enrolled.get("household").asString();
        if (consents) {
            does("county-e", "/consents", Map.of("household", household, "field", "displayName", "given", true));
        }
        does(
                "manager-3",
                "/memberships",
                Map.of(
                        "cooperative",
                        COOPERATIVE,
                        "household",
                        household,
                        "day",
                        today().minusDays(20).toString()));
        Map<String, Object> harvest =
                Map.of("household", household, "commodity", COMMODITY, "season", SEASON, "amount", grams(500_000));
        does("county-f", "/ceilings", with(harvest, "area", 2_000));
        does("city-2", "/ceiling-confirmations", with(harvest, "area", 2_000));
        does("county-f", "/allotments", with(with(harvest, "cooperative", COOPERATIVE), "page", 0));
        return household;
    }

    /** Each household hands in 40 kg; the sheet's id. */
    String intake(List<String> households) {
        List<Map<String, Object>> lines = new ArrayList<>();
        String[] confirmed = {"household", "witness", "cooperative"};
        for (String household : households) {
            lines.add(Map.of(
                    "household",
                    household,
                    "commodity",
                    COMMODITY,
                    "quantity",
                    grams(40_000),
                    "grade",
                    "一级",
                    "day",
                    today().minusDays(lines.isEmpty() ? 12 : 9).toString(),
                    "kind",
                    "recognised",
                    "confirmed",
                    confirmed[lines.size() % confirmed.length],
                    "page",
                    0));
        }
        return does("clerk-3", "/intake-sheets", Map.of("cooperative", COOPERATIVE, "season", SEASON, "lines", lines))
                .get("id")
                .asString();
    }

    /** All lines of a sheet packed, a kilogram lost, three days ago. */
    void batch(String lot, String sheet, int lines) {
        pack(lot, sheet, lines, lines * 40_000L, "recognised");
    }

    private void pack(String lot, String sheet, int lines, long weight, String claim) {
        does(
                "clerk-3",
                "/batches",
                Map.of(
                        "gtin",
                        GTIN,
                        "lot",
                        lot,
                        "cooperative",
                        COOPERATIVE,
                        "day",
                        today().minusDays(3).toString(),
                        "inputs",
                        List.of(Map.of(
                                "sheet",
                                sheet,
                                "lines",
                                IntStream.range(0, lines).boxed().toList())),
                        "packed",
                        grams(weight - 1_000),
                        "loss",
                        grams(1_000),
                        "claim",
                        claim));
    }

    /** So many labels for a batch; the run as the server answers it. */
    JsonNode printRun(String lot, int count) {
        return printRun(lot, count, RECOGNITION);
    }

    private JsonNode printRun(String lot, int count, String recognition) {
        return does(
                "clerk-3",
                "/print-runs",
                Map.of(
                        "gtin",
                        GTIN,
                        "lot",
                        lot,
                        "class",
                        "unit",
                        "count",
                        count,
                        "recognitions",
                        List.of(recognition)));
    }

    /** Sends an act with an id of its own; what must come is a success. */
    JsonNode does(String who, String path, Map<String, ?> act) {
        Answer answer = tries(who, path, act);
        assertThat(answer.status()).as("%s by %s: %s", path, who, answer).isEqualTo(201);
        return answer.json();
    }

    /** Sends an act with an id of its own. */
    Answer tries(String who, String path, Map<String, ?> act) {
        return server.as(who).post("/api/v1" + path, with(act, "id", "story-" + ++acts));
    }

    static Map<String, Object> grams(long value) {
        return Map.of("value", value, "unit", "g");
    }

    static Map<String, Object> with(Map<String, ?> some, String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(some);
        all.put(name, value);
        return all;
    }

    /** The day it is in China. */
    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.ofHours(8));
    }
}
