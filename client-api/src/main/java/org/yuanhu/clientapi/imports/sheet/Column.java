package org.yuanhu.clientapi.imports.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * One column of a table: what it is called and how its cells are read.
 *
 * @param english its name in English, also the name in errors
 * @param chinese its name in Chinese
 * @param required whether a row may leave it empty
 * @param personal whether a cell says who somebody is; a refusal names such a cell and repeats nothing of it
 * @param reader of a cell that is not empty; throws {@link RefusedException}
 * @param <T> what a cell is
 */
public record Column<T>(
        String english, String chinese, boolean required, boolean personal, Function<String, T> reader) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(?:\\.[0-9]{1,9})?");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\x{3000}、]+");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    /** A code such as a GTIN, read by its value type. */
    public static <T> Column<T> code(String english, String chinese, Function<String, T> type) {
        return new Column<>(english, chinese, true, false, cell -> {
            String text = CellText.ofCode(cell);
            CellText.mustHaveItsDigits(english, text);
            return type.apply(text);
        });
    }

    /** A name or sentence. */
    public static Column<String> words(String english, String chinese) {
        return new Column<>(english, chinese, true, false, CellText::ofWords);
    }

    /** One of several words; both languages are understood. */
    public static <T> Column<T> oneOf(String english, String chinese, Map<String, T> words) {
        return code(english, chinese, text -> {
            T meaning = words.get(text);
            if (meaning == null) {
                throw RefusedException.by(Rule.IM_12)
                        .with("field", english)
                        .with("value", text)
                        .with("allowed", String.join(" ", words.keySet()))
                        .build();
            }
            return meaning;
        });
    }

    /** Some of several words, with blanks or {@code 、} between them. */
    public static <T> Column<List<T>> someOf(String english, String chinese, Map<String, T> words) {
        Function<String, T> one = oneOf(english, chinese, words).reader();
        return code(
                english, chinese, text -> BETWEEN.splitAsStream(text).map(one).toList());
    }

    /** A day, see {@link SheetDay}. */
    public static Column<SheetDay> day(String english, String chinese) {
        return code(english, chinese, text -> SheetDay.parse(english, text));
    }

    /** A decimal number; commas between thousands are allowed. */
    public static Column<BigDecimal> decimal(String english, String chinese) {
        return code(english, chinese, text -> {
            if (NUMBER.matcher(text).matches()) {
                return new BigDecimal(text);
            }
            if (GROUPED.matcher(text).matches()) {
                return new BigDecimal(text.replace(",", ""));
            }
            throw RefusedException.by(Rule.IM_16)
                    .with("field", english)
                    .with("value", text)
                    .build();
        });
    }

    /** A whole number. */
    public static Column<Integer> whole(String english, String chinese) {
        return code(english, chinese, text -> {
            if (WHOLE.matcher(text).matches()) {
                return Integer.valueOf(text);
            }
            throw RefusedException.by(Rule.IM_14)
                    .with("field", english)
                    .with("value", text)
                    .build();
        });
    }

    /** The unit of the numbers beside it. */
    public static Column<Measure> measure(String english, String chinese) {
        return code(english, chinese, text -> Measure.parse(english, text));
    }

    /** The same column, but a row may leave it empty. */
    public Column<T> optional() {
        return new Column<>(english, chinese, false, personal, reader);
    }

    /** The same column, of what says who somebody is. */
    public Column<T> ofAPerson() {
        return new Column<>(english, chinese, required, true, reader);
    }

    /** Whether a header cell means this column. */
    boolean isCalled(String headerCell) {
        String name = CellText.ofWords(headerCell);
        return name.equals(chinese) || name.equalsIgnoreCase(english);
    }
}
