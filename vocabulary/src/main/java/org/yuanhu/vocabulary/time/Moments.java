package org.yuanhu.vocabulary.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The moment a transaction was made, in UTC with milliseconds. Moments have one written form of 24 characters, {@code
 * 2026-09-30T08:00:00.000Z}, and lie, in China, on a day that exists ({@link Days#FIRST} to {@link Days#LAST}).
 */
public final class Moments {
    private static final Pattern FORM = Pattern.compile(
            "(?:1999|20[0-9]{2})-[0-9]{2}-[0-9]{2}T" + "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z");

    private static final DateTimeFormatter WRITTEN =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private static final Instant FIRST = Days.FIRST.atStartOfDay().toInstant(Days.CHINA);
    private static final Instant END = Days.LAST.plusDays(1).atStartOfDay().toInstant(Days.CHINA);

    private Moments() {}

    /**
     * Reads {@code 2026-09-30T08:00:00.000Z}.
     *
     * @throws RefusedException FM-32 it is not written so, or lies on no day that exists
     */
    public static Instant parse(String field, String text) {
        Form.mustMatch(Rule.FM_32, field, text, FORM);
        try {
            return mustExist(field, Instant.parse(text));
        } catch (DateTimeException notInTheCalendar) {
            throw Form.refused(Rule.FM_32, field, text);
        }
    }

    /**
     * Writes what {@link #parse} reads; what is finer than a millisecond is cut off.
     *
     * @throws RefusedException FM-32 the moment lies on no day that exists
     */
    public static String text(Instant moment) {
        return WRITTEN.format(mustExist("at", moment));
    }

    /**
     * Refuses a moment that lies on no day that exists.
     *
     * @throws RefusedException FM-32
     */
    public static Instant mustExist(String field, Instant moment) {
        if (moment.isBefore(FIRST) || !moment.isBefore(END)) {
            throw Form.refused(Rule.FM_32, field, moment.toString());
        }
        return moment;
    }
}
