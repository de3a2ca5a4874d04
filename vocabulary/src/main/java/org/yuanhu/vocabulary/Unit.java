package org.yuanhu.vocabulary;

import java.util.Arrays;

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
     * @throws Refused FM-13
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
