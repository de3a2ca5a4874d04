package org.yuanhu.clientapi.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import org.yuanhu.clientapi.label.RunSecrets;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.Blind;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.label.Leaf;
import org.yuanhu.vocabulary.label.MerkleTree;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.Serial;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scans answered from the ledger alone; guesses limited; what changed since printing is said. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScanIT {
    private static final int LABELS = 25;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path home;

    private static ServerOnRandomPort server;
    private static Story story;
    private static List<String> households;
    private static PrintRunLabels labels;

    @BeforeAll
    static void printLabels() {
        // Each test asks from an address of its own: the test itself is the proxy that says which.
        server = ServerOnRandomPort.start(home, "--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1");
        story = new Story(server).founded();
        households =
                List.of(story.household(Story.Person.sample(1), true), story.household(Story.Person.sample(2), false));
        story.batch("LC26-01", story.intake(households), households.size());
        JsonNode run = story.printRun("LC26-01", LABELS);
        RunNumber number = new RunNumber(run.get("run").asString());
        labels = new PrintRunLabels(
                new PrintRun(
                        new ConsortiumId("demo-52"),
                        LabelClass.UNIT,
                        new Gtin(Story.GTIN),
                        new Lot("LC26-01"),
                        number,
                        LABELS),
                server.bean(RunSecrets.class).find(number).orElseThrow());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void theMachinesAnswerHoldsWhatChecksItself() {
        Scanned scanned = scan(labels.path(7), "application/json", "198.51.100.1");
        JsonNode document = JSON.readTree(scanned.text());
        JsonNode attestation = document.get("attestation");
        LabelPath path = LabelPath.parse(document.get("label").asString());
        Leaf leaf = new Leaf(
                new ConsortiumId("demo-52"),
                LabelClass.valueOf(attestation.get("class").asString().toUpperCase(java.util.Locale.ROOT)),
                path,
                new Blind(document.get("leaf").get("blind").asString()));
        List<Hash> inclusion = StreamSupport.stream(
                        document.get("leaf").get("path").spliterator(), false)
                .map(hash -> new Hash(hash.asString()))
                .toList();
        assertThat(MerkleTree.verify(
                        leaf.hash(),
                        path.serial().index(),
                        attestation.get("count").asInt(),
                        inclusion,
                        new Hash(attestation.get("root").asString())))
                .isTrue();
        assertThat(document.get("endorsers").size()).isGreaterThanOrEqualTo(3);
        assertThat(document.get("ledger").asString()).isEqualTo("single-machine");
        assertThat(document.get("names").get(0).get("value").asString()).isEqualTo("样例家1");
        assertThat(scanned.text()).doesNotContain("样例家2");
    }

    @Test
    @Order(2)
    void noCacheKeepsAStoryAndEachQuestionIsAskedAnew() {
        Scanned first = scan(labels.path(1), "application/json", "198.51.100.1");
        Scanned second = scan(labels.path(1), "application/json", "198.51.100.1");
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.header("Vary")).contains("Accept", "Accept-Language");
        assertThat(nonce(first)).matches("[0-9a-f]{32}").isNotEqualTo(nonce(second));
    }

    @Test
    @Order(3)
    void thePageIsClosedAgainstWhateverItCouldLoad() {
        for (String path : List.of(labels.path(0).text(), "/", "/01/nonsense", "/01//x", "/assets/yuanhu.css")) {
            Scanned page = Scanned.at(server.address(), path, "text/html", "zh");
            assertThat(page.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
            assertThat(page.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(page.header("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    @Order(4)
    void theTenthWrongGuessOfAMinuteIsTheLastAndRightOnesDoNotCount() {
        String guesser = "203.0.113.9";
        double before = metric("yuanhu_scan_guesses_wrong_total");
        for (int i = 0; i < 10; i++) {
            assertThat(scan(labels.path(2), "text/html", guesser).status()).isEqualTo(200);
            Scanned wrong = scan(wrong(i), "application/json", guesser);
            assertThat(wrong.status()).isEqualTo(404);
            assertThat(JSON.readTree(wrong.text()).get("rule").asString()).isEqualTo("LB-02");
        }
        Scanned limited = scan(labels.path(2), "application/json", guesser);
        assertThat(limited.status()).isEqualTo(429);
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 61);
        assertThat(limited.header("Content-Type")).startsWith("application/problem+json");
        assertThat(scan(labels.path(2), "text/html", guesser).text()).contains("猜得太多了");
        assertThat(scan(labels.path(2), "text/html", "203.0.113.10").status()).isEqualTo(200);
        assertThat(metric("yuanhu_scan_guesses_wrong_total") - before).isEqualTo(10);
        assertThat(metric("yuanhu_scan_guesses_limited_total")).isPositive();
    }

    @Test
    @Order(4)
    void guessesAtNumbersNobodyIssuedShutNobodyOut() {
        String shop = "203.0.113.40";
        for (int i = 0; i < 200; i++) {
            Serial unknown = new Serial(new RunNumber("9999" + "%04d".formatted(i)), i, "123456");
            assertThat(find(unknown.text(), shop).status()).isEqualTo(404);
        }
        assertThat(scan(labels.path(2), "text/html", shop).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?utm_source=wechat&from=singlemessage&isappinstalled=0",
                "?lang=zh&from=timeline",
                "?17=261231",
                "?linkType=all",
                "?"
            })
    @Order(4)
    void whatAShareLinkAppendsDoesNotMakeALabelDoubtful(String query) {
        Scanned page = Scanned.at(
                server.address(), labels.path(4).text() + query, "text/html", "zh", "X-Forwarded-For: 203.0.113.41");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("已登记");
    }

    @Test
    @Order(4)
    void otherSpellingsOfAnAddressLeadToTheLabel() {
        String path = labels.path(4).text();
        List<String> spellings = List.of(
                path + "/",
                "/" + path,
                path.replace("/01/", "/gtin/").replace("/10/", "/lot/").replace("/21/", "/ser/"),
                path.replace("/01/0", "/01/"));
        for (String spelling : spellings) {
            Scanned moved = Scanned.at(server.address(), spelling, "text/html", "zh");
            assertThat(moved.status()).as(spelling).isEqualTo(308);
            assertThat(moved.header("Location")).as(spelling).endsWith(path);
            assertThat(moved.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    @Order(4)
    void aMistypedNumberIsNotCalledForgedAndASwappedGtinIsNotLedAround() {
        String path = labels.path(4).text();
        char last = path.charAt(path.length() - 1);
        String mistyped = path.substring(0, path.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
        Scanned typo = Scanned.at(server.address(), mistyped, "text/html", "zh");
        assertThat(typo.status()).isEqualTo(400);
        assertThat(typo.text()).contains("号码输错了，或者不是我们的标签", "FM-07");
        Scanned swapped = Scanned.at(
                server.address(),
                path.replace(Story.GTIN, "09520000000127"),
                "text/html",
                "zh",
                "X-Forwarded-For: 203.0.113.42");
        assertThat(swapped.status()).isEqualTo(404);
        assertThat(swapped.text()).contains("标签与账本对不上").doesNotContain("class=\"button\"");
    }

    @Test
    @Order(4)
    void whatProgramsAskForUnaskedGetsAPlainAnswer() {
        for (String path : List.of("/robots.txt", "/favicon.ico", "/wp-login.php")) {
            Scanned answer = Scanned.at(server.address(), path, "text/html", "zh");
            assertThat(answer.header("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.header("Location")).as(path).doesNotContain("login");
        }
        assertThat(Scanned.at(server.address(), "/robots.txt", "*/*", "zh").text())
                .contains("Disallow: /01/");
        assertThat(Scanned.at(server.address(), "/wp-login.php", "text/html", "zh")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(5)
    void typedNumbersShareTheLimit() {
        String guesser = "203.0.113.20";
        for (int i = 0; i < 10; i++) {
            assertThat(find(wrong(i).serial().text(), guesser).status()).isEqualTo(404);
        }
        assertThat(find(labels.path(0).serial().text(), guesser).status()).isEqualTo(429);
        assertThat(find("12", guesser).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"zh, 账本里没有这枚标签", "en, The ledger has no such label"})
    @Order(6)
    void aNumberThatWasNeverIssuedIsSaidSoPlainly(String language, String title) {
        Scanned page =
                Scanned.at(server.address(), wrong(0).text(), "text/html", language, "X-Forwarded-For: 203.0.113.30");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains(title, "LB-02");
    }

    @Test
    @Order(7)
    void labelsWhoseRunIsNotOnTheLedgerArePendingAndNotForged() {
        RunNumber number = new RunNumber("10000388");
        PrintRunLabels unrecorded = new PrintRunLabels(
                new PrintRun(
                        labels.run().consortium(),
                        LabelClass.UNIT,
                        labels.run().gtin(),
                        labels.run().lot(),
                        number,
                        5),
                server.bean(RunSecrets.class).ofRun(number));
        Scanned page = scan(unrecorded.path(0), "text/html", "198.51.100.7");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("这批标签还没有登记入账");
    }

    @Test
    @Order(8)
    void aRightTagBeyondTheRunsCountIsRefused() {
        RunNumber run = labels.run().run();
        Serial beyond = server.bean(RunSecrets.class).find(run).orElseThrow().serial(run, LABELS);
        Scanned page = scan(
                new LabelPath(labels.run().gtin(), labels.run().lot(), beyond), "application/json", "198.51.100.8");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("LB-03");
    }

    @Test
    @Order(9)
    void consentTakenBackTakesTheNameAway() {
        story.does(
                "county-e",
                "/consents",
                Map.of("household", households.get(0), "field", "displayName", "given", false));
        assertThat(scan(labels.path(0), "text/html", "198.51.100.9").text())
                .contains("2 户")
                .doesNotContain("样例家1");
        story.does(
                "county-e", "/consents", Map.of("household", households.get(0), "field", "displayName", "given", true));
        assertThat(scan(labels.path(0), "text/html", "198.51.100.9").text()).contains("样例家1");
    }

    @Test
    @Order(10)
    void withEveryTableEmptiedALabelStillAnswersTheSame() throws SQLException {
        String before = scan(labels.path(3), "text/html", "198.51.100.10").text();
        List<String> emptied = emptyEveryTable();
        assertThat(emptied).hasSizeGreaterThan(15);
        Scanned page = scan(labels.path(3), "text/html", "198.51.100.10");
        assertThat(page.status()).isEqualTo(200);
        assertThat(withoutTheMoment(page.text())).isEqualTo(withoutTheMoment(before));
        assertThat(find(labels.path(3).serial().grouped().replace(" ", "+"), "198.51.100.10")
                        .status())
                .isEqualTo(303);
    }

    /** The read model's tables and all others but the record of migrations. */
    private static List<String> emptyEveryTable() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection sql = server.bean(DataSource.class).getConnection();
                Statement statement = sql.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select table_schema, table_name from information_schema.tables"
                            + " where table_type = 'BASE TABLE' and table_schema <> 'INFORMATION_SCHEMA'"
                            + " and lower(table_name) not like 'flyway%'")) {
                while (found.next()) {
                    tables.add('"' + found.getString(1) + "\".\"" + found.getString(2) + '"');
                }
            }
            statement.execute("set referential_integrity false");
            for (String table : tables) {
                statement.execute("delete from " + table);
            }
            statement.execute("set referential_integrity true");
        }
        return tables;
    }

    private static String withoutTheMoment(String page) {
        return page.replaceAll("[0-9]{4}年[0-9]+月[0-9]+日 [0-9:]{5}", "")
                .replaceAll("[0-9a-f]{32}<", "<")
                .replaceAll("[0-9TZ.:-]{20,30}", "");
    }

    private static Scanned scan(LabelPath path, String accept, String from) {
        return Scanned.at(server.address(), path.text(), accept, "zh", "X-Forwarded-For: " + from);
    }

    private static Scanned find(String typed, String from) {
        return Scanned.at(server.address(), "/find?serial=" + typed, "text/html", "zh", "X-Forwarded-For: " + from);
    }

    /** A well-formed address with a tag that is not the label's. */
    private static LabelPath wrong(int index) {
        Serial right = labels.path(index).serial();
        String tag = right.tag().equals("123456") ? "654321" : "123456";
        return new LabelPath(labels.run().gtin(), labels.run().lot(), new Serial(right.run(), index, tag));
    }

    private static String nonce(Scanned scanned) {
        return JSON.readTree(scanned.text()).get("attestation").get("nonce").asString();
    }

    private static double metric(String name) {
        Answer metrics = server.as("inspector").get("/actuator/prometheus");
        return metrics.text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
