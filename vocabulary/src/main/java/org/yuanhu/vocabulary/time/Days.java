package org.yuanhu.vocabulary.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** The day something happened: weighed, packed, inspected. A day in China, whatever the clock of who asks. */
public final class Days {
    /** China Standard Time, one fixed offset without summer time, so that every organisation computes the same day. */
    public static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private Days() {}

    /** The day in China at this instant. */
    public static LocalDate at(Instant instant) {
        return LocalDate.ofInstant(instant, CHINA);
    }

    /**
     * Reads {@code 2026-09-30}.
     *
     * @throws RefusedException FM-21
     */
    public static LocalDate parse(String field, String text) {
        try {
            return LocalDate.parse(text, FORM);
        } catch (DateTimeException notADay) {
            throw Form.refused(Rule.FM_21, field, text);
        }
    }

    /**
     * Refuses a day after the transaction's, or more than {@link Limits#DAYS_BACK} days before it.
     *
     * @param transaction the time of the transaction
     * @throws RefusedException FM-22 in the future, FM-23 too long ago
     */
    public static void mustBeRecent(String field, LocalDate day, Instant transaction) {
        LocalDate today = at(transaction);
        if (day.isAfter(today)) {
            throw RefusedException.by(Rule.FM_22)
                    .with("field", field)
                    .with("value", day.toString())
                    .with("today", today.toString())
                    .build();
        }
        if (ChronoUnit.DAYS.between(day, today) > Limits.DAYS_BACK) {
            throw RefusedException.by(Rule.FM_23)
                    .with("field", field)
                    .with("value", day.toString())
                    .with("today", today.toString())
                    .with("limit", Limits.DAYS_BACK)
                    .build();
        }
    }
}
