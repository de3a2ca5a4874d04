package org.yuanhu.vocabulary.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.vocabulary.VectorJson;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.databind.JsonNode;

class PersonIdTest {
    @Test
    void givesTheHoldersOfTheVectors() {
        JsonNode vectors = VectorJson.read("holders.json");
        assertThat(vectors.size()).isEqualTo(5);
        for (JsonNode vector : vectors) {
            PersonId person = new PersonId(vector.path("person").stringValue());
            assertThat(person.holder(vector.path("msp").stringValue()))
                    .hasToString(vector.path("holder").stringValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "a b",
                "a\n",
                "李",
                "a/b",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void refusesWhatNamesNobody(String value) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new PersonId(value))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.FM_16));
    }
}
