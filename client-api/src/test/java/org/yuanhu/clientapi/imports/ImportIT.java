package org.yuanhu.clientapi.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import org.yuanhu.clientapi.household.Households;
import org.yuanhu.clientapi.imports.table.Tables;
import org.yuanhu.clientapi.label.PrintRuns;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.season.LoadedSeason;
import org.yuanhu.clientapi.user.Wallets;
import tools.jackson.databind.JsonNode;

class ImportIT {
    private static final Path SEASON =
            Path.of("../examples/season").toAbsolutePath().normalize();
    private static final String INTAKE =
            "sheet,cooperative,season,household,commodity,quantity,unit,day,recognised,confirmed\n";
    private static final String COOPERATIVE = "93520527MA0000015Q";
    private static final String HOUSEHOLD = "caaee9604fe8c366";

    private static ServerOnRandomPort server;

    @BeforeAll
    static void load() {
        server = LoadedSeason.shared().server();
    }

    @Test
    void addsNothingWhenAFileIsImportedAgain() throws IOException {
        for (String file : List.of("12-households/county-a", "17-intake/clerk-1", "19-print-runs/clerk-3")) {
            String table = file.substring(3, file.indexOf('/'));
            Answer again = server.as(file.substring(file.indexOf('/') + 1)).importCsv(table, season(file));

            assertThat(again.status()).as(again.toString()).isEqualTo(200);
            assertThat(again.json().get("written").asInt()).isZero();
            assertThat(again.json().get("repeated").asInt()
                            + again.json().get("refusedAsExpected").asInt())
                    .isEqualTo(again.json().get("acts").asInt());
        }
    }

    @Test
    void addsNothingWhenAFileWithDaysBeforeTheImportIsImportedOnAnotherDay() throws IOException {
        Importer tomorrow = new Importer(
                server.bean(Ledger.class),
                server.bean(Households.class),
                server.bean(PrintRuns.class),
                server.bean(ImportExecutor.class),
                Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
        for (String file : List.of("13-memberships/clerk-2", "17-intake/clerk-2", "11-recognition-steps/province")) {
            String user = file.substring(file.indexOf('/') + 1);
            Imported again = tomorrow.run(
                    server.bean(Wallets.class).find(user).orElseThrow(),
                    new ImportFile(Tables.named(file.substring(3, file.indexOf('/'))), file, season(file)));

            assertThat(again.written()).isZero();
            assertThat(again.repeated()).isEqualTo(again.acts());
        }
    }

    @Test
    void namesEachWrongCellInThePersonsLanguageAndWritesNothing() {
        long before = taken();
        byte[] file = (INTAKE
                        + row(1, "9.15201E+17", HOUSEHOLD, "1", "2", "yes")
                        + row(1, COOPERATIVE, "CAAEE", "0.0001", "2026-02-30", "perhaps")
                        + row(2, COOPERATIVE, HOUSEHOLD, "1", "1", "yes"))
                .getBytes(StandardCharsets.UTF_8);

        Answer chinese = server.as("clerk-1").in("zh-CN").importCsv("intake", file);
        Answer english = server.as("clerk-1").importCsv("intake", file);

        assertThat(chinese.status()).isEqualTo(422);
        assertThat(rules(chinese)).containsExactly("2 合作社代码 IM-11", "3 农户编号 FM-15", "3 交售日 IM-15", "3 是否计入限额 IM-12");
        assertThat(chinese.json().at("/errors/0/message").asString()).contains("科学记数法 9.15201E+17");
        assertThat(chinese.json().at("/errors/0/value").asString()).isEqualTo("9.15201E+17");
        assertThat(english.json().at("/errors/0/message").asString())
                .contains("scientific notation")
                .contains("cooperative");
        assertThat(english.json().get("written").asInt()).isZero();
        assertThat(taken()).isEqualTo(before);
    }

    @Test
    void refusesRowsOfOneSheetThatDisagreeInputsThatNameNoLinesAndARefusalThatDidNotCome() throws IOException {
        byte[] twoCooperatives = (INTAKE
                        + row(1, COOPERATIVE, HOUSEHOLD, "1", "1", "no")
                        + row(1, "93520526MA00000235", HOUSEHOLD, "1", "1", "no"))
                .getBytes(StandardCharsets.UTF_8);
        String[] batches = new String(season("18-batches/clerk-2"), StandardCharsets.UTF_8).split("\n", -1);
        String noLines = batches[0] + "\n" + batches[1].replaceFirst("(intake-[0-9a-f]+-[0-9]+):[^,]*", "$1") + "\n";
        String printed = """
                run,gtin,lot,class,count,recognitions,expected_refusal
                10000398,09520000000356,LC26-01,unit,1,RZ2026-520623-35,RN-06
                """;

        assertThat(rules(server.as("clerk-1").importCsv("intake", twoCooperatives)))
                .containsExactly("2 cooperative IM-19");
        assertThat(rules(server.as("clerk-2").importCsv("batches", utf8(noLines))))
                .containsExactly("2 inputs IM-22");
        assertThat(rules(server.as("clerk-3").importCsv("print-runs", utf8(printed))))
                .containsExactly("2  IM-20");
    }

    @Test
    void judgesEveryRowByTheRuleBookBeforeAnyIsWritten() {
        long before = taken();
        byte[] file = (INTAKE
                        + row(1, COOPERATIVE, HOUSEHOLD, "0.001", "1", "yes")
                        + row(2, COOPERATIVE, HOUSEHOLD, "100000", "1", "yes")
                        + row(3, COOPERATIVE, HOUSEHOLD, "1", "31", "no")
                        + row(4, COOPERATIVE, "0123456789abcdef", "1", "1", "no")
                        + row(5, "93520526MA00000235", HOUSEHOLD, "1", "1", "no"))
                .getBytes(StandardCharsets.UTF_8);

        Answer refused = server.as("clerk-1").importCsv("intake", file);

        assertThat(rules(refused)).containsExactly("3  MB-01", "4 day FM-23", "5  HH-01", "6  AC-06");
        assertThat(taken()).isEqualTo(before);
    }

    @Test
    void refusesWhatRowsMayAskForByThemselvesButNotTogether() {
        long left = left();
        String half = String.format("%d.%03d", (left * 2 / 3) / 1000, (left * 2 / 3) % 1000);
        byte[] file = (INTAKE
                        + row(1, COOPERATIVE, HOUSEHOLD, half, "1", "yes")
                        + row(2, COOPERATIVE, HOUSEHOLD, half, "1", "yes"))
                .getBytes(StandardCharsets.UTF_8);

        Answer refused = server.as("clerk-1").importCsv("intake", file);

        assertThat(rules(refused)).containsExactly("3  MB-01");
        assertThat(left()).isEqualTo(left);
    }

    @Test
    void refusesALineInTwoBatchesOfOneFile() throws IOException {
        String[] rows = new String(season("18-batches/clerk-2"), StandardCharsets.UTF_8).split("\n", -1);
        String again = rows[1].replace("PG26-01", "PG26-09");
        byte[] file = (rows[0] + "\n" + rows[1] + "\n" + again + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(rules(server.as("clerk-2").importCsv("batches", file))).containsExactly("3  BT-05");
    }

    @Test
    void refusesFamiliesAndCeilingsThatTheLedgerAloneKnows() throws IOException {
        String households = new String(season("12-households/county-a"), StandardCharsets.UTF_8);
        String[] rows = households.split("\n", -1);
        byte[] sameFamily = (rows[0] + "\n" + rows[1].replace("63195dc5d273d1db", "ab195dc5d273d1db") + "\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] twice = (rows[0] + "\n" + rows[1] + "\n" + rows[1].replace("63195dc5d273d1db", "ab195dc5d273d1db")
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] vouchers = ("household,commodity,season,area_m2,amount,unit\n" + HOUSEHOLD
                        + ",walnut-in-shell,2026,1000,1,kg\n")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(rules(server.as("county-a").importCsv("households", sameFamily)))
                .containsExactly("2  HH-06");
        assertThat(rules(server.as("county-a").importCsv("households", twice))).containsExactly("3  IM-17");
        assertThat(rules(server.as("county-a").importCsv("ceilings", vouchers))).containsExactly("2  CL-03");
    }

    @Test
    void takesGb18030AsExcelSavesIt() {
        byte[] file = ("农户编号,品类代码,产季,面积平方米,数量,单位\r\n" + HOUSEHOLD + ",honey,２０２６,40000,1,斤\r\n,,,,,\r\n")
                .getBytes(Charset.forName("GB18030"));

        Answer proposed = server.as("county-b").importCsv("ceilings", file);
        Answer again = server.as("county-b").importCsv("ceilings", file);

        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(200);
        assertThat(proposed.json().get("written").asInt()
                        + proposed.json().get("repeated").asInt())
                .isEqualTo(1);
        assertThat(again.json().get("repeated").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatItCannotReadAtAll() {
        ServerOnRandomPort.Client clerk = server.as("clerk-1");
        assertThat(rule(clerk.importCsv("prices", "a\n1\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("404 IM-21");
        assertThat(rule(clerk.importCsv("intake", new byte[] {'P', 'K', 3, 4}))).isEqualTo("422 IM-02");
        assertThat(rule(clerk.importCsv("intake", new byte[] {'a', (byte) 0xFF})))
                .isEqualTo("422 IM-01");
        assertThat(rule(clerk.importCsv("intake", INTAKE.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("422 IM-18");
        assertThat(rule(clerk.importCsv("intake", "sheet\n1\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("422 IM-06");
        assertThat(server.anybody().importCsv("intake", new byte[0]).status()).isEqualTo(401);
    }

    private static String row(
            int sheet, String cooperative, String household, String kilograms, String day, String counts) {
        return sheet + "," + cooperative + ",2026," + household + ",walnut-in-shell," + kilograms + ",kg," + day + ","
                + counts + ",household\n";
    }

    private static List<String> rules(Answer answer) {
        List<String> rules = new ArrayList<>();
        JsonNode errors = answer.json().get("errors");
        assertThat(errors).as(answer.toString()).isNotNull();
        for (JsonNode error : errors) {
            rules.add(error.get("row").asInt() + " "
                    + (error.has("column") ? error.get("column").asString() : "") + " "
                    + error.get("rule").asString());
        }
        return rules;
    }

    private static String rule(Answer answer) {
        return answer.status() + " " + answer.json().get("rule").asString();
    }

    private static long taken() {
        return allotment().get("taken").get("value").asLong();
    }

    private static long left() {
        return allotment().get("allotted").get("value").asLong() - taken();
    }

    /** From the ledger itself, which is not a moment behind. */
    private static JsonNode allotment() {
        JsonNode pages = server.as("inspector")
                .get("/api/v1/ledger/allotment?prefix=" + COOPERATIVE + "/walnut-in-shell/2026")
                .json();
        for (JsonNode entry : pages.at("/items/0/entries")) {
            if (entry.get("household").asString().equals(HOUSEHOLD)) {
                return entry;
            }
        }
        throw new AssertionError("No allotment in " + pages);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] season(String file) throws IOException {
        return Files.readAllBytes(SEASON.resolve(file + ".csv"));
    }
}
