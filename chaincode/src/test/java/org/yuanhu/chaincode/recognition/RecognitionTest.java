package org.yuanhu.chaincode.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class RecognitionTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 2, 29);

    @ParameterizedTest
    @CsvSource({
        "2024-02-28T15:59:59.999Z, not-yet",
        "2024-02-28T16:00:00.000Z, in-force",
        "2026-11-27T15:59:59.999Z, in-force",
        "2026-11-27T16:00:00.000Z, expired",
    })
    void standsByTheDayInChina(Instant at, String standing) {
        Validity validity = new Validity(FIRST, LocalDate.of(2026, 11, 27));
        Recognition granted = new Recognition(
                new RecognitionId("r"),
                World.SCHEME,
                World.WALNUTS_A,
                World.COOPERATIVE_A,
                World.COUNTY_A,
                Stage.GRANTED,
                3,
                Optional.of("province"),
                Optional.of(validity),
                Optional.empty());
        assertThat(granted.standing(at)).hasToString(standing);
    }

    @Test
    void isValidUntilTheEveOfTheSameDayThreeYearsLater() {
        new Validity(FIRST, LocalDate.of(2027, 2, 27)).validate();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Validity(FIRST, LocalDate.of(2027, 2, 28)).validate())
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.RC_13))
                .satisfies(refused -> assertThat(refused.arguments()).containsEntry("last", "2027-02-27"));
    }

    /** What was defined before the rule is still read, and leads nowhere. */
    @Test
    void aStoredSchemeOfOneClerkIsReadAndRefusedInUse() {
        String stored = """
                {"format":"yuanhu-scheme-v1","id":"old","name":"旧方案","steps":[{"name":"a","role":"clerk"}]}""";
        Scheme scheme = Json.stored("scheme old", stored, Scheme.class);
        assertThat(scheme)
                .isEqualTo(
                        new Scheme(new SchemeId("old"), "旧方案", List.of(new Step("a", Role.CLERK)), Requirement.STRICT));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(scheme::inUse)
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.RC_11));
    }
}
