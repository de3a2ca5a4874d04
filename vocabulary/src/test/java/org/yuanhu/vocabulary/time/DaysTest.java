package org.yuanhu.vocabulary.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class DaysTest {
    private static final Instant LATE_IN_UTC = Instant.parse("2026-11-25T16:00:00Z");
    private static final Instant EARLIER = Instant.parse("2026-11-25T15:59:59.999Z");

    @Test
    void aDayBeginsAtMidnightInChina() {
        assertThat(Days.at(EARLIER)).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(Days.at(LATE_IN_UTC)).isEqualTo(LocalDate.of(2026, 11, 26));
    }

    @Test
    void todayAndThirtyDaysBackAreTakenAndNoMore() {
        LocalDate today = Days.at(EARLIER);

        Days.mustBeRecent("day", today, EARLIER);
        Days.mustBeRecent("day", today.minusDays(30), EARLIER);
        assertRefused(Rule.FM_22, today.plusDays(1), EARLIER);
        assertRefused(Rule.FM_23, today.minusDays(31), EARLIER);
        assertRefused(Rule.FM_23, LocalDate.MIN, EARLIER);
        assertRefused(Rule.FM_22, LocalDate.MAX, EARLIER);
    }

    private static void assertRefused(Rule rule, LocalDate day, Instant transaction) {
        assertThatThrownBy(() -> Days.mustBeRecent("day", day, transaction))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
