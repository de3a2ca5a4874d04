package org.yuanhu.chaincode.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuanhu.chaincode.act.ActDocument;
import org.yuanhu.chaincode.batch.Balance;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.intake.SheetOrigin;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.chaincode.registry.Region;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.core.type.TypeReference;

/** What comes in keeps the rules of the day; what is stored is trusted, and only damage is found. */
class StoredJsonTest {
    /** Not in normal form C (e and a combining acute), a control character, and blank at an end. */
    private static final String OLD_NAME = "Me\u0301xico\\u0007 ";

    private static final String REGION = "\"code\":\"522631\",\"name\":\"" + OLD_NAME
            + "\",\"within\":\"\",\"list\":\"832\",\"since\":\"2014-12-23\"}";

    @Test
    void textThatIsNoLongerAllowedIsReadFromStateAndRefusedWhenItComesIn() {
        Region stored = Json.stored("region", "{\"format\":\"yuanhu-region-v1\"," + REGION, Region.class);
        assertThat(stored.name()).isEqualTo("Me\u0301xico\u0007 ");

        assertThatThrownBy(() -> Json.read("{\"id\":\"a-1\"," + REGION, AdmitRegion.class))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isIn(Rule.FM_34, Rule.FM_35));
    }

    @Test
    void aDayThatIsNoLongerAllowedIsReadFromStateWrittenAgainAndRefusedWhenItComesIn() {
        String former = REGION.replace("2014-12-23", "1994-04-15").replace(OLD_NAME, "黎平县");
        String document = "{\"format\":\"yuanhu-region-v1\"," + former;
        assertThat(Json.write(Json.stored("region", document, Region.class))).isEqualTo(document);

        assertThatThrownBy(() -> Json.read("{\"id\":\"a-1\"," + former, AdmitRegion.class))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rule.FM_21));
    }

    @Test
    void aQuantityThatIsMoreThanTodaysLimitIsReadFromStateWrittenAgainAndRefusedWhenItComesIn() {
        String much =
                "{\"gtin\":\"09521234543213\",\"lot\":\"L-1\",\"left\":{\"value\":1000000000000001,\"unit\":\"g\"}}";
        String document = much.replaceFirst("\\{", "{\"format\":\"yuanhu-balance-v1\",");
        assertThat(Json.write(Json.stored("balance", document, Balance.class))).isEqualTo(document);

        assertThatThrownBy(() -> Json.read(document, Balance.class))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(Rule.FM_11);
                    assertThat(refused.arguments()).containsEntry("field", "left");
                });
        assertThatExceptionOfType(DamagedDocumentException.class)
                .isThrownBy(() -> Json.stored("balance/L-1", document.replace("1000000000000001", "-1"), Balance.class))
                .withMessageContainingAll("balance/L-1", "FM-11 left");
    }

    @Test
    void aSheetThatTodaysRulesRefuseIsReadFromItsActAndRefusedWhenItComesIn() {
        String farPage = line(10_000, "");
        String longGrade = line(0, "一级".repeat(20));
        String sheet = sheet(farPage + "," + longGrade + ("," + line(0, "")).repeat(600));
        String document =
                "{\"format\":\"yuanhu-act-v1\",\"type\":\"intake:record\",\"id\":\"s-1\",\"by\":{\"msp\":\"CooperativeMSP\","
                        + "\"role\":\"clerk\",\"holder\":\"" + "0".repeat(64) + "\",\"certificate\":\"" + "0".repeat(64)
                        + "\"},\"tx\":\"ab\",\"at\":\"2026-11-25T07:38:05.120Z\",\"act\":" + sheet
                        + ",\"derived\":{\"counties\":[\"522631\"]}}";

        ActDocument<RecordSheet, SheetOrigin> stored = Json.stored("act/s-1", document, new TypeReference<>() {});
        assertThat(stored.act().lines()).hasSize(602);
        assertThat(stored.act().lines().get(0).page()).hasValue(10_000);
        assertThat(stored.act().lines().get(1).grade()).hasSize(40);

        assertRefused(Rule.FM_26, "lines", sheet);
        assertRefused(Rule.FM_26, "lines[0].page", sheet(farPage));
        assertRefused(Rule.FM_34, "lines[1].grade", sheet(line(0, "") + "," + longGrade));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'}'                  | ''                      | DC-01",
                "'\"lot\":\"L-1\",'   | ''                      | DC-03 lot",
                "'\"value\":5'        | '\"value\":\"5\"'       | DC-03 left.value",
                "'\"value\":5'        | '\"value\":5.0'         | DC-03 left.value",
                "'\"lot\":\"L-1\"'    | '\"lot\":\"L-1\",\"x\":1' | DC-02 x",
                "yuanhu-balance-v1    | yuanhu-balance-v9       | DC-04",
                "'\"format\":\"yuanhu-balance-v1\",' | ''       | DC-04",
            })
    void damageIsNobodysRequestAndSaysWhichDocument(String from, String to, String problem) {
        String sound =
                "{\"format\":\"yuanhu-balance-v1\",\"gtin\":\"09521234543213\",\"lot\":\"L-1\",\"left\":{\"value\":5,\"unit\":\"g\"}}";
        assertThat(sound).contains(from);
        assertThat(Json.stored("balance", sound, Balance.class).lot()).isEqualTo(new Lot("L-1"));

        String damaged = sound.replace(from, to);

        assertThatExceptionOfType(DamagedDocumentException.class)
                .isThrownBy(() -> Json.stored("balance/L-1", damaged, Balance.class))
                .withMessageContainingAll("balance/L-1", problem);
    }

    @Test
    void aFormerVersionOfAFormatIsReadFromStateAsTheVersionThatFollowedAndNeverAccepted() {
        String first = "{\"format\":\"test-shelf-v1\",\"weight\":5}";
        String second = "{\"format\":\"test-shelf-v2\",\"weight\":5,\"unit\":\"g\"}";
        String third = "{\"format\":\"test-shelf-v3\",\"grams\":5}";

        assertThat(Json.stored("shelf", first, Shelf.class)).isEqualTo(new Shelf(5));
        assertThat(Json.stored("shelf", second, Shelf.class)).isEqualTo(new Shelf(5));
        assertThat(Json.stored("shelf", third, Shelf.class)).isEqualTo(new Shelf(5));
        assertThat(Json.write(Json.stored("shelf", first, Shelf.class))).isEqualTo(third);
        assertThatThrownBy(() -> Json.read(first, Shelf.class))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rule.DC_04));
        assertThatExceptionOfType(DamagedDocumentException.class)
                .isThrownBy(() -> Json.stored("shelf", first.replace("5", "true"), Shelf.class));
    }

    private static String sheet(String lines) {
        return "{\"id\":\"s-1\",\"cooperative\":\"91350100M000100Y43\",\"season\":\"2026\",\"lines\":[" + lines + "]}";
    }

    private static String line(int page, String grade) {
        return "{\"household\":\"00112233445566aa\",\"commodity\":\"walnut\",\"quantity\":{\"value\":7,\"unit\":\"g\"},\"grade\":\""
                + grade + "\",\"day\":\"2026-09-30\",\"kind\":\"recognised\",\"confirmed\":\"household\",\"page\":"
                + page + "}";
    }

    private static void assertRefused(Rule rule, String field, String act) {
        assertThatThrownBy(() -> Json.read(act, RecordSheet.class))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(rule);
                    assertThat(refused.arguments()).containsEntry("field", field);
                });
    }

    /** As it is written today. */
    @Format(value = "test-shelf-v3", earlier = ShelfWithUnit.class)
    private record Shelf(int grams) {}

    @Format(value = "test-shelf-v2", earlier = ShelfOfFirstDay.class)
    private record ShelfWithUnit(int weight, String unit) implements Earlier<Shelf> {
        @Override
        public Shelf next() {
            return new Shelf(weight);
        }
    }

    @Format("test-shelf-v1")
    private record ShelfOfFirstDay(int weight) implements Earlier<ShelfWithUnit> {
        @Override
        public ShelfWithUnit next() {
            return new ShelfWithUnit(weight, "g");
        }
    }
}
