package org.yuanhu.consortium.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    /** The example of RFC 8785, section 3.2.3: names are sorted by their UTF-16 code units. */
    @Test
    void membersAreSortedAsTheStandardsExample() {
        assertThat(write(Map.of(
                        "\u20ac", "Euro Sign",
                        "\r", "Carriage Return",
                        "\ufb33", "Hebrew Letter Dalet With Dagesh",
                        "1", "One",
                        "\ud83d\ude00", "Emoji: Grinning Face",
                        "\u0080", "Control",
                        "\u00f6", "Latin Small Letter O With Diaeresis")))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void textIsEscapedAsShortlyAsPossible() {
        assertThat(write("\u20ac$\u000f\nA'B\"\\\\\"/\u001f\b\t\f"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\u001f\\b\\t\\f\"");
    }

    @Test
    void listsNumbersAndEmptyOnesHaveOneForm() {
        assertThat(write(List.of(0, -5L, true, List.of(), Map.of(), Map.of("a", 1))))
                .isEqualTo("[0,-5,true,[],{},{\"a\":1}]");
    }

    @Test
    void whatReadersWouldSeeDifferentlyIsRefused() {
        assertThatThrownBy(() -> write(1L << 53)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String write(Object value) {
        return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
    }
}
