package org.yuanhu.clientapi.imports.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Days;

/** A day in a table: a date, or how many days before the import it was. */
public sealed interface SheetDay {

    /**
     * The day, if the import is on {@code importDay}.
     *
     * @throws RefusedException FM-21 there is no such day
     */
    LocalDate on(LocalDate importDay);

    /** A date. */
    record Calendar(LocalDate day) implements SheetDay {
        @Override
        public LocalDate on(LocalDate importDay) {
            return day;
        }
    }

    /**
     * Counted back from the import.
     *
     * @param days before it; negative: after it
     */
    record BeforeImport(int days) implements SheetDay {
        @Override
        public LocalDate on(LocalDate importDay) {
            return Days.mustExist("day", importDay.minusDays(days));
        }
    }

    /**
     * Reads {@code 2026-11-20}, {@code 2026/11/20}, {@code 2026年11月20日}, or a whole number of days.
     *
     * @throws RefusedException IM-15
     */
    static SheetDay parse(String column, String text) {
        OptionalInt days = Forms.days(text);
        if (days.isPresent()) {
            return new BeforeImport(days.getAsInt());
        }
        Matcher date = Forms.DATE.matcher(text);
        try {
            if (date.matches()) {
                return new Calendar(Days.mustExist(column, LocalDate.of(part(date, 1), part(date, 2), part(date, 3))));
            }
        } catch (DateTimeException | RefusedException noSuchDay) {
            throw RefusedException.by(Rule.IM_15)
                    .with("field", column)
                    .with("value", text)
                    .build();
        }
        throw RefusedException.by(Rule.IM_15)
                .with("field", column)
                .with("value", text)
                .build();
    }

    private static int part(Matcher date, int first) {
        for (int group = first; group <= date.groupCount(); group += 3) {
            if (date.group(group) != null) {
                return Integer.parseInt(date.group(group));
            }
        }
        throw new IllegalStateException("a date matched without its parts");
    }

    /** How days are written. */
    final class Forms {
        private static final Pattern DATE = Pattern.compile(
                "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})|([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})|([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日");
        private static final Pattern DAYS = Pattern.compile("-?[0-9]{1,4}");

        private Forms() {}

        private static OptionalInt days(String text) {
            return DAYS.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
        }
    }
}
