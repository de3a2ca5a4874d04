package org.yuanhu.vocabulary.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.vocabulary.Seeds;
import org.yuanhu.vocabulary.VectorJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RefusedTest {

    @Test
    void messagesAreAsTheVectorsHaveThem() {
        for (JsonNode vector : VectorJson.read("values.json").get("messages")) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            vector.get("arguments")
                    .properties()
                    .forEach(field -> arguments.put(field.getKey(), value(field.getValue())));
            Rule rule = Rule.ofId(vector.get("rule").asString()).orElseThrow();
            String message = vector.get("message").asString();

            assertThat(new RefusedException(rule, arguments)).hasMessage(message);
            assertThat(RefusedException.parse(message).orElseThrow().arguments())
                    .isEqualTo(arguments);
        }
    }

    private static Object value(JsonNode node) {
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        return node.isString() ? node.asString() : (Object) node.asLong();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chaincode response 500, MB-03 {\"outputs\":1,\"unit\":\"g\"}",
                "evaluate call to endorser returned error: chaincode response 500, MB-03 {\"outputs\":1,\"unit\":\"g\"}, and more",
                "XX-99 {} MB-03 {\"outputs\":1,\"unit\":\"g\"}",
                "MB-03 {broken MB-03 {\"outputs\":1,\"unit\":\"g\"}"
            })
    void aRefusalIsFoundInsideOtherText(String text) {
        RefusedException found = RefusedException.parse(text).orElseThrow();

        assertThat(found.rule()).isEqualTo(Rule.MB_03);
        assertThat(found.arguments()).containsExactly(Map.entry("outputs", 1L), Map.entry("unit", "g"));
        assertThat(found.kind()).isEqualTo(Kind.BALANCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MB-03",
                "MB-03 ",
                "MB-03 {",
                "MB-03{}",
                "XX-99 {}",
                "AMB-03 {}",
                "MB-03 {\"a\":1.5}",
                "MB-03 {\"a\":null}",
                "MB-03 {\"a\":{}}",
                "MB-03 {\"a\":1,}",
                "MB-03 {\"a\":1,\"a\":2}",
                "MB-03 {\"a\":99999999999999999999}",
                "MB-03 {\"a\":\"\\q\"}",
                "MB-03 {\"a\":\"\\u12"
            })
    void whatIsNoRefusalIsNotTakenForOne(String text) {
        assertThat(RefusedException.parse(text)).isEmpty();
    }

    @Test
    void anyArgumentsSurviveTheMessageAndAreJson() {
        for (long seed : Seeds.of(RefusedTest.class, 2_000, 40_000)) {
            Random random = new Random(seed);
            Map<String, Object> arguments = new LinkedHashMap<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                Object value = random.nextInt(3) == 0 ? (Object) random.nextLong() : anyText(random);
                arguments.put("name" + i, random.nextInt(9) == 0 ? (Object) true : value);
            }
            RefusedException refused = new RefusedException(Rule.FM_01, arguments);
            String message = String.valueOf(refused.getMessage());

            assertThat(RefusedException.parse("before " + message + " after")
                            .orElseThrow()
                            .arguments())
                    .as("seed %s", seed)
                    .isEqualTo(refused.arguments());
            assertThat(JsonMapper.shared().readTree(message.substring(6)).size())
                    .as("seed %s", seed)
                    .isEqualTo(arguments.size());
            assertThat(message).doesNotContain("\n");
        }
    }

    @Test
    void escapesWhatJsonAndALogLineNeedAndNothingElse() {
        RefusedException refused = RefusedException.by(Rule.FM_01)
                .with("value", "\"\\\b\f\n\r\t/'< \u0000\u001f\u007f\u0080\ud800x\udc00\ud840\udc00核")
                .build();

        assertThat(refused)
                .hasMessage(
                        "FM-01 {\"value\":\"\\\"\\\\\\b\\f\\n\\r\\t/'< \\u0000\\u001f\\u007f\u0080\\ud800x\\udc00\ud840\udc00核\"}");
        assertThat(RefusedException.by(Rule.FM_01).with("va\"lue\n", true).build())
                .hasMessage("FM-01 {\"va\\\"lue\\n\":true}");
    }

    /** Any UTF-16, halves of surrogate pairs among it. */
    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            int kind = random.nextInt(4);
            text.append((char)
                    (kind == 0
                            ? random.nextInt(0x10000)
                            : kind == 1 ? 0xD800 + random.nextInt(0x800) : random.nextInt(128)));
        }
        return text.toString();
    }

    @Test
    void aWrongValueIsRepeatedUpToSixtyFourCharactersAndNoPairIsHalved() {
        RefusedException refused = RefusedException.by(Rule.FM_01)
                .with("value", "a".repeat(63) + "\uD840\uDC00")
                .build();

        assertThat(refused.arguments()).containsEntry("value", "a".repeat(63));
    }

    @Test
    void argumentsAreTextsWholeNumbersAndBooleansOnlyAndEachOnce() {
        assertThatThrownBy(() -> new RefusedException(Rule.FM_01, Map.of("value", 1.5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> RefusedException.by(Rule.FM_01).with("value", "a").with("value", "b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSentenceNamesTheFactsInEachLanguage() {
        RefusedException refused = RefusedException.by(Rule.FM_04)
                .with("field", "lot")
                .with("value", "$1\\")
                .build();

        assertThat(RuleText.of(Locale.UK).say(refused))
                .startsWith("lot must be")
                .endsWith("$1\\");
        assertThat(RuleText.of(Locale.SIMPLIFIED_CHINESE).say(refused))
                .startsWith("lot 应为")
                .endsWith("$1\\");
    }
}
