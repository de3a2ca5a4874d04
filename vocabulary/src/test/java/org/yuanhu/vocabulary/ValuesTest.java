package org.yuanhu.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.CompanyPrefix;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.ScratchCode;
import org.yuanhu.vocabulary.label.Serial;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.time.Days;
import org.yuanhu.vocabulary.time.Moments;
import org.yuanhu.vocabulary.time.Season;
import tools.jackson.databind.JsonNode;

/** Every text of {@code vectors/values.json} is accepted, or refused by the rule it names. */
class ValuesTest {
    private static final JsonNode VECTORS = VectorJson.read("values.json");

    /** How each kind of value is read, and the text it has afterwards. */
    private static final Map<String, Function<String, String>> READERS = Map.ofEntries(
            Map.entry("gtin", text -> new Gtin(text).toString()),
            Map.entry("companyPrefix", text -> new CompanyPrefix(text).toString()),
            Map.entry("lot", text -> new Lot(text).toString()),
            Map.entry("run", text -> new RunNumber(text).toString()),
            Map.entry("serial", text -> Serial.parse(text).text()),
            Map.entry("creditCode", text -> new CreditCode(text).toString()),
            Map.entry("region", text -> new RegionCode(text).toString()),
            Map.entry("day", text -> Days.parse("day", text).toString()),
            Map.entry("moment", text -> Moments.text(Moments.parse("at", text))),
            Map.entry("season", text -> new Season(text).toString()),
            Map.entry("household", text -> new HouseholdId(text).toString()),
            Map.entry("act", text -> new ActId(text).toString()),
            Map.entry("commodity", text -> new CommodityCode(text).toString()),
            Map.entry("class", text -> LabelClass.parse(text).text()),
            Map.entry("unit", text -> Unit.parse(text).text()),
            Map.entry("hash", text -> new Hash(text).toString()),
            Map.entry("scratchCode", text -> new ScratchCode(text).value()),
            Map.entry("labelPath", text -> LabelPath.parse(text).text()));

    @TestFactory
    List<DynamicTest> everyTextIsTakenOrRefusedAsTheFileSays() {
        List<DynamicTest> tests = new ArrayList<>();
        // in the file's order, the same in every JVM: PIT finds a test again by its place
        for (String kind : VECTORS.propertyNames()) {
            Function<String, String> reader = READERS.get(kind);
            if (reader == null) {
                continue; // theFileHasNoKindThatIsNotRead says so
            }
            for (JsonNode text : VECTORS.get(kind).get("accepted")) {
                tests.add(DynamicTest.dynamicTest(
                        kind + " takes " + text,
                        () -> assertThat(reader.apply(text.asString())).isEqualTo(text.asString())));
            }
            for (JsonNode refused : VECTORS.get(kind).get("refused")) {
                tests.add(DynamicTest.dynamicTest(
                        kind + " refuses " + refused,
                        () -> assertRefused(
                                reader,
                                refused.get("text").asString(),
                                refused.get("rule").asString())));
            }
        }
        return tests;
    }

    @Test
    void theFileHasNoKindThatIsNotRead() {
        List<String> kinds = new ArrayList<>(VECTORS.propertyNames());
        kinds.removeAll(List.of("format", "messages"));

        assertThat(kinds).containsExactlyInAnyOrderElementsOf(READERS.keySet());
    }

    private static void assertRefused(Function<String, String> reader, String text, String rule) {
        assertThatThrownBy(() -> reader.apply(text)).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.rule().id()).isEqualTo(rule);
            assertThat(refused.arguments()).containsKeys("field", "value");
        });
    }
}
