package org.yuanhu.vocabulary.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuanhu.vocabulary.label.Blind;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.label.Salt;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Ids and short texts of which the value vectors say nothing: what they take, what they refuse and by which rule. */
class IdsTest {
    /** One kind: the rule that refuses, texts taken, texts refused. */
    record Form(String name, Function<String, Object> reader, Rule rule, List<String> taken, List<String> refused) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Form> forms() {
        String sixteenBytes = "00112233445566778899aabbccddeeff";
        List<String> ids = List.of("a", "Z", "9", "a.b_c-d", "x".repeat(64));
        List<String> noIds = List.of("", ".a", "_a", "-a", "a b", "a/b", "x".repeat(65), "名", "a\n");
        List<String> noBytes = List.of(
                "",
                sixteenBytes.substring(1),
                sixteenBytes + "0",
                sixteenBytes.toUpperCase(Locale.ROOT),
                "g".repeat(32));
        return List.of(
                new Form(
                        "consortium",
                        ConsortiumId::new,
                        Rule.FM_17,
                        List.of("a", "-", "demo-52", "x".repeat(32)),
                        List.of("", "A", "a_b", "x".repeat(33), "a\n")),
                new Form("scheme", SchemeId::new, Rule.FM_16, ids, noIds),
                new Form("recognition", RecognitionId::new, Rule.FM_16, ids, noIds),
                new Form(
                        "field name",
                        FieldName::new,
                        Rule.FM_16,
                        List.of("a", "displayName", "A1", "x".repeat(32)),
                        List.of("", "1a", "a-b", "x".repeat(33), "名")),
                new Form("blind", Blind::new, Rule.FM_19, List.of(sixteenBytes), noBytes),
                new Form("salt", Salt::new, Rule.FM_19, List.of(sixteenBytes), noBytes));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesItsFormAsItIsAndRefusesAnyOther(Form form) {
        for (String text : form.taken()) {
            assertThat(form.reader().apply(text)).hasToString(text);
        }
        for (String text : form.refused()) {
            assertThatThrownBy(() -> form.reader().apply(text))
                    .as(text)
                    .isInstanceOfSatisfying(RefusedException.class, refused -> {
                        assertThat(refused.rule()).isEqualTo(form.rule());
                        String told = form.rule() == Rule.FM_19 ? text.length() + " characters" : text;
                        assertThat(refused.arguments())
                                .containsKey("field")
                                .containsEntry("value", told.substring(0, Math.min(64, told.length())));
                    });
        }
    }
}
