package org.yuanhu.vocabulary.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The day something happened: weighed, packed, inspected. A day in China, whatever the clock of who asks.
 *
 * <p>Days are those of this century, {@link #FIRST} to {@link #LAST}, and have one written form of ten characters, {@code
 * 2026-09-30}. Whatever else ISO 8601 allows (a sign, more digits, other centuries) is no day here: a column of a database, a
 * page or a spreadsheet that reads the ledger would not take it.
 */
public final class Days {
    /** The first day there is, 2000-01-01. */
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** The last day there is, 2099-12-31. */
    public static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** China Standard Time, one fixed offset without summer time, so that every organisation computes the same day. */
    public static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final Pattern FORM = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private Days() {}

    /** The day in China at this instant. */
    public static LocalDate at(Instant instant) {
        return LocalDate.ofInstant(instant, CHINA);
    }

    /**
     * Reads {@code 2026-09-30}.
     *
     * @throws RefusedException FM-21 it is not written so, or is no day of the calendar
     */
    public static LocalDate parse(String field, String text) {
        Form.mustMatch(Rule.FM_21, field, text, FORM);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notInTheCalendar) {
            throw Form.refused(Rule.FM_21, field, text);
        }
    }

    /**
     * Refuses a day that has no written form here.
     *
     * @throws RefusedException FM-21 before {@link #FIRST} or after {@link #LAST}
     */
    public static LocalDate mustExist(String field, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw Form.refused(Rule.FM_21, field, day.toString());
        }
        return day;
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
