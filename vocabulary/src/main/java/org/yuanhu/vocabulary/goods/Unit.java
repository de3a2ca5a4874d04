package org.yuanhu.vocabulary.goods;

import java.util.Arrays;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** What a commodity is counted in. */
public enum Unit {
    /** Grams. */
    GRAM("g"),
    /** Millilitres. */
    MILLILITRE("ml"),
    /** Pieces. */
    PIECE("piece");

    private final String text;

    Unit(String text) {
        this.text = text;
    }

    /** The unit as written in every document: {@code g}, {@code ml} or {@code piece}. */
    public String text() {
        return text;
    }

    /**
     * The unit written so.
     *
     * @throws RefusedException FM-13
     */
    public static Unit parse(String text) {
        return Arrays.stream(values())
                .filter(unit -> unit.text.equals(text))
                .findFirst()
                .orElseThrow(() -> Form.refused(Rule.FM_13, "unit", text));
    }

    @Override
    public String toString() {
        return text;
    }
}
