package org.yuanhu.chaincode.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.chaincode.access.Author;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.act.ActDocument;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.intake.Confirmation;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.LineKind;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.intake.SheetOrigin;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Season;
import tools.jackson.core.type.TypeReference;

class JsonTest {
    private static final CreditCode COOPERATIVE = new CreditCode("91350100M000100Y43");
    private static final String LINE =
            "{\"household\":\"00112233445566aa\",\"commodity\":\"walnut\",\"quantity\":{\"value\":1250000,\"unit\":\"g\"},"
                    + "\"grade\":\"一级\",\"day\":\"2026-09-30\",\"kind\":\"recognised\",\"confirmed\":\"household\",\"page\":0}";
    private static final String SHEET =
            "{\"id\":\"s-1\",\"cooperative\":\"91350100M000100Y43\",\"season\":\"2026\",\"lines\":[" + LINE + "]}";

    private static RecordSheet sheet() {
        IntakeLine line = new IntakeLine(
                new HouseholdId("00112233445566aa"),
                new CommodityCode("walnut"),
                new Quantity(1_250_000, Unit.GRAM),
                "一级",
                LocalDate.of(2026, 9, 30),
                LineKind.RECOGNISED,
                Confirmation.HOUSEHOLD,
                Optional.of(0));
        return new RecordSheet(new ActId("s-1"), COOPERATIVE, new Season("2026"), List.of(line));
    }

    @Test
    void writesAnActInTheOrderOfItsComponentsAndReadsItBack() {
        assertThat(Json.write(sheet())).isEqualTo(SHEET);
        assertThat(Json.read(SHEET, RecordSheet.class)).isEqualTo(sheet());
    }

    @Test
    void writesTheFormatFirstAndRefusesAnother() {
        Receipt receipt = new Receipt(new ActId("s-1"), Operation.RECORD_SHEET, false);
        String text = "{\"format\":\"yuanhu-receipt-v1\",\"id\":\"s-1\",\"type\":\"intake:record\",\"repeated\":false}";
        assertThat(Json.write(receipt)).isEqualTo(text);
        assertThat(Json.read(text, Receipt.class)).isEqualTo(receipt);
        assertRefused(Rule.DC_04, text.replace("receipt-v1", "receipt-v2"), Receipt.class);
        assertRefused(Rule.DC_04, text.replace("\"format\":\"yuanhu-receipt-v1\",", ""), Receipt.class);
    }

    @Test
    void readsAnActsDocumentWithItsTypes() {
        ActDocument<RecordSheet, SheetOrigin> document = new ActDocument<>(
                Operation.RECORD_SHEET,
                new ActId("s-1"),
                new Author(
                        "CooperativeMSP", Role.CLERK, Optional.of(COOPERATIVE), Optional.empty(), Hash.ZERO, Hash.ZERO),
                "ab",
                Instant.parse("2026-11-25T07:38:05.120Z"),
                sheet(),
                Optional.of(new SheetOrigin(
                        List.of(new RegionCode("522631")), Optional.of(List.of(List.of(Category.LIFTED))))));
        String text = Json.write(document);
        assertThat(text)
                .startsWith("{\"format\":\"yuanhu-act-v1\",\"type\":\"intake:record\",\"id\":\"s-1\",\"by\":{\"msp\":")
                .contains("\"at\":\"2026-11-25T07:38:05.120Z\"")
                .doesNotContain("region\":null");
        assertThat(Json.stored("act/s-1", text, new TypeReference<ActDocument<RecordSheet, SheetOrigin>>() {}))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12026-01-01T00:00:00.000Z",
                "-2026-01-01T00:00:00.000Z",
                "2100-01-01T00:00:00.000Z",
                "2026-01-01T00:00:00Z"
            })
    void refusesAMomentThatIsNotOfThisCenturyAndForm(String at) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Json.value("at", at, Instant.class))
                .withMessageStartingWith("FM-32 {\"field\":\"at\"");
    }

    @Test
    void writesNoDayAndNoMomentThatItWouldNotRead() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Json.write(List.of(LocalDate.of(12026, 1, 1))))
                .withMessageStartingWith("FM-21 {");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Json.write(List.of(Instant.parse("2100-01-01T00:00:00Z"))))
                .withMessageStartingWith("FM-32 {");
    }

    @Test
    void writesTheClassOfARunUnderItsOwnName() {
        AssignRun run = new AssignRun(
                new ActId("r"),
                new RunNumber("52000101"),
                new Gtin("09521234543213"),
                new Lot("L1"),
                LabelClass.UNIT,
                5,
                Hash.ZERO,
                List.of(new RecognitionId("rec-1")));
        assertThat(Json.write(run)).contains("\"lot\":\"L1\",\"class\":\"unit\",\"count\":5");
        assertThat(Json.read(Json.write(run), AssignRun.class)).isEqualTo(run);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "1250000 | 1250000.0 | DC-03 | lines[0].quantity.value",
                "1250000 | 1.25e6 | DC-03 | lines[0].quantity.value",
                "1250000 | \"1250000\" | DC-03 | lines[0].quantity.value",
                "1250000 | true | DC-03 | lines[0].quantity.value",
                "1250000 | 99999999999999999999 | DC-03 | lines[0].quantity.value",
                "1250000 | -1 | FM-11 | lines[0].quantity",
                "1250000 | 1000000000000001 | FM-11 | lines[0].quantity",
                "1250000 | 0 | FM-29 | lines[0].quantity",
                "\"g\" | \"kg\" | FM-13 | lines[0].quantity.unit",
                "\"g\" | 7 | DC-03 | lines[0].quantity.unit",
                "\"unit\":\"g\" | \"unit\":\"g\",\"unit\":\"g\" | DC-01 | ",
                "\"unit\":\"g\" | \"unit\":\"g\",\"units\":\"g\" | DC-02 | lines[0].quantity.units",
                ",\"unit\":\"g\" | '' | DC-03 | lines[0].quantity.unit",
                ",\"page\":0 | '' | IN-02 | ",
                ",\"page\":0 | ,\"page\":null | IN-02 | ",
                ",\"page\":0 | ,\"page\":10000 | FM-26 | lines[0].page",
                "00112233445566aa | 00112233445566AA | FM-15 | lines[0].household",
                "2026-09-30 | 2026-09-31 | FM-21 | lines[0].day",
                "2026-09-30 | +12026-01-01 | FM-21 | lines[0].day",
                "2026-09-30 | -2026-01-01 | FM-21 | lines[0].day",
                "2026-09-30 | +999999999-12-31 | FM-21 | lines[0].day",
                "2026-09-30 | 2100-01-01 | FM-21 | lines[0].day",
                "recognised | real | FM-30 | lines[0].kind",
                "一级 | 一级\\u0007 | FM-35 | lines[0].grade",
                "一级 | \\ud800 | FM-27 | lines[0].grade",
                "\"season\":\"2026\" | \"season\":null | DC-03 | season",
                "}]} | }]}x | DC-01 | ",
                "}]} | }] | DC-01 | ",
            })
    void refusesWhatIsNotExactlyOfTheForm(String from, String to, String rule, String field) {
        assertThat(SHEET).contains(from);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Json.read(SHEET.replace(from, to), RecordSheet.class))
                .satisfies(refused -> {
                    assertThat(refused.getMessage()).startsWith(rule + " ");
                    if (field != null) {
                        assertThat(refused.arguments()).containsEntry("field", field);
                    }
                });
    }

    @Test
    void readsALoneValueByTheSameRules() {
        assertThat(Json.value("index", "7", int.class)).isEqualTo(7);
        assertThat(Json.value("run", "52000101", RunNumber.class)).isEqualTo(new RunNumber("52000101"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Json.value("index", "7.5", int.class))
                .withMessageStartingWith("DC-03 ");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Json.value("index", "007", int.class))
                .withMessageStartingWith("DC-01 ");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Json.value("run", "x", RunNumber.class))
                .withMessageStartingWith("FM-05 {\"field\":\"run\"");
    }

    private static void assertRefused(Rule rule, String text, Class<?> type) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Json.read(text, type))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
