package org.yuanhu.clientapi.scan.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.context.MessageSource;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;

/** Says things in one of the two languages: sentences, quantities, days in China's time. */
public final class Phrases {
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final int THOUSANDTHS = 3;

    private final Language language;
    private final MessageSource messages;

    Phrases(Language language, MessageSource messages) {
        this.language = language;
        this.messages = messages;
    }

    Language language() {
        return language;
    }

    /** The sentence with this key below {@code scan.}, filled in. */
    public String say(String key, Object... arguments) {
        return messages.getMessage("scan." + key, arguments, language.locale());
    }

    /** {@code 1,477.75 kg}, {@code 3 pieces}: exact, without a zero too many. */
    String quantity(Quantity quantity) {
        if (quantity.unit() == Unit.PIECE) {
            return say("unit.piece", quantity.value());
        }
        NumberFormat exact = NumberFormat.getNumberInstance(language.locale());
        exact.setMaximumFractionDigits(THOUSANDTHS);
        boolean grams = quantity.unit() == Unit.GRAM;
        boolean large = quantity.value() >= 1_000;
        BigDecimal number = BigDecimal.valueOf(quantity.value(), large ? THOUSANDTHS : 0);
        String unit = grams ? (large ? "kg" : "g") : (large ? "l" : "ml");
        return say("unit." + unit, exact.format(number));
    }

    /** Thousandths as a percentage: {@code 57.9%}. */
    String percent(int perMille) {
        NumberFormat exact = NumberFormat.getNumberInstance(language.locale());
        return exact.format(BigDecimal.valueOf(perMille, 1)) + "%";
    }

    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(say("day"), language.locale()));
    }

    /** The day in China at that instant. */
    String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, CHINA));
    }

    private String shortly(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(say("day.short"), language.locale()));
    }

    /** From one day to another, naming a year they share once. */
    String days(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return day(from);
        }
        String key = from.getYear() == to.getYear() ? "days.one-year" : "days.between";
        return say(key, day(from), day(to), shortly(from), shortly(to));
    }

    /** Day and minute in China. */
    String moment(Instant instant) {
        return instant.atOffset(CHINA).format(DateTimeFormatter.ofPattern(say("moment"), language.locale()));
    }

    /** The parts one after the other, as a language writes a list. */
    public String list(List<String> parts) {
        return String.join(say("and"), parts);
    }
}
