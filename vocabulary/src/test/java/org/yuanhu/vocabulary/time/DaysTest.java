package org.yuanhu.vocabulary.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    @Test
    void aDayOutsideTheCenturyIsNotWrittenEither() {
        assertThat(Days.mustExist("day", Days.FIRST)).isEqualTo("2000-01-01");
        assertThat(Days.mustExist("day", Days.LAST)).isEqualTo("2099-12-31");
        for (LocalDate none : List.of(Days.FIRST.minusDays(1), Days.LAST.plusDays(1), LocalDate.MIN, LocalDate.MAX)) {
            assertThatThrownBy(() -> Days.mustExist("day", none))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.FM_21));
        }
    }

    @Test
    void aMomentLiesOnADayThatExistsInChina() {
        Instant first = Instant.parse("1999-12-31T16:00:00Z");
        Instant end = Instant.parse("2099-12-31T16:00:00Z");

        assertThat(Moments.text(first)).isEqualTo("1999-12-31T16:00:00.000Z");
        assertThat(Moments.text(end.minusNanos(1))).isEqualTo("2099-12-31T15:59:59.999Z");
        for (Instant none : List.of(first.minusNanos(1), end, Instant.MIN, Instant.MAX)) {
            assertThatThrownBy(() -> Moments.text(none))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.FM_32));
        }
    }

    private static void assertRefused(Rule rule, LocalDate day, Instant transaction) {
        assertThatThrownBy(() -> Days.mustBeRecent("day", day, transaction))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
