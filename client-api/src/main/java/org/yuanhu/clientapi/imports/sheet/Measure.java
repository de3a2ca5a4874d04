package org.yuanhu.clientapi.imports.sheet;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** A unit people weigh and count in, and how many of the ledger's units it is. */
public enum Measure {
    GRAM(Unit.GRAM, 1, "克", "g"),
    /** 斤, half a kilogram since 1959. */
    JIN(Unit.GRAM, 500, "斤", "市斤", "jin"),
    KILOGRAM(Unit.GRAM, 1_000, "千克", "公斤", "kg"),
    TONNE(Unit.GRAM, 1_000_000, "吨", "t"),
    MILLILITRE(Unit.MILLILITRE, 1, "毫升", "ml"),
    LITRE(Unit.MILLILITRE, 1_000, "升", "l"),
    PIECE(Unit.PIECE, 1, "个", "件", "枚", "只", "piece");

    private final Unit unit;
    private final BigDecimal size;
    /** Names apart by blanks, all in lower case. */
    private final String words;

    Measure(Unit unit, long size, String... words) {
        this.unit = unit;
        this.size = BigDecimal.valueOf(size);
        this.words = String.join(" ", words);
    }

    /** The ledger's unit. */
    public Unit unit() {
        return unit;
    }

    /**
     * The unit with this name, Chinese or English.
     *
     * @throws RefusedException IM-12
     */
    static Measure parse(String column, String text) {
        return Arrays.stream(values())
                .filter(measure -> measure.isCalled(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RefusedException.by(Rule.IM_12)
                        .with("field", column)
                        .with("value", text)
                        .with("allowed", allowed())
                        .build());
    }

    /**
     * So much of this unit in the ledger's, exactly.
     *
     * @throws RefusedException IM-13 it is no whole number there; FM-11 it is too much
     */
    public Quantity of(String column, BigDecimal amount) {
        BigDecimal value = amount.multiply(size).stripTrailingZeros();
        if (value.scale() > 0 || value.precision() - value.scale() > 18) {
            throw RefusedException.by(Rule.IM_13)
                    .with("field", column)
                    .with("value", amount.toPlainString())
                    .with("unit", unit.text())
                    .build();
        }
        return new Quantity(value.longValueExact(), unit).withinLimit();
    }

    private static String allowed() {
        return Arrays.stream(values()).map(measure -> measure.words).collect(Collectors.joining(" "));
    }

    private boolean isCalled(String text) {
        return !text.contains(" ") && (" " + words + " ").contains(" " + text + " ");
    }
}
