package org.yuanhu.vocabulary.goods;

import java.math.BigInteger;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A whole number of grams, millilitres or pieces. Never a fraction: what is weighed must add up.
 *
 * <p>What comes in, and what is computed, is at most 10^15. That is a rule of today ({@link #withinLimit}): a quantity that a ledger holds
 * already may be more.
 *
 * @param value 0 or more
 * @param unit what is counted
 */
public record Quantity(long value, Unit unit) {

    /** @throws RefusedException FM-11 below zero */
    public Quantity {
        if (value < 0) {
            throw outOfRange(Long.toString(value), unit);
        }
    }

    /**
     * This quantity, unless it is more than 10^15.
     *
     * @throws RefusedException FM-11
     */
    public Quantity withinLimit() {
        if (value > Limits.QUANTITY) {
            throw outOfRange(Long.toString(value), unit);
        }
        return this;
    }

    /** Nothing of this unit. */
    public static Quantity zero(Unit unit) {
        return new Quantity(0, unit);
    }

    /**
     * Both together.
     *
     * @throws RefusedException FM-12 units differ, FM-11 the sum is out of range
     */
    public Quantity plus(Quantity other) {
        mustShareUnit(other);
        return new Quantity(value + other.value, unit).withinLimit();
    }

    /**
     * What is left without the other.
     *
     * @throws RefusedException FM-12 units differ, FM-11 the rest would be below zero
     */
    public Quantity minus(Quantity other) {
        mustShareUnit(other);
        return new Quantity(value - other.value, unit);
    }

    /**
     * So many times this quantity.
     *
     * @throws RefusedException FM-11 out of range
     */
    public Quantity times(long count) {
        BigInteger product = BigInteger.valueOf(value).multiply(BigInteger.valueOf(count));
        if (product.signum() < 0 || product.bitLength() > 62) {
            throw outOfRange(product.toString(), unit);
        }
        return new Quantity(product.longValueExact(), unit).withinLimit();
    }

    /**
     * This quantity × part ÷ whole, rounded down: how a share is carried on in proportion.
     *
     * @throws RefusedException FM-12 units differ between part and whole, FM-11 whole is zero or less than part
     */
    public Quantity share(Quantity part, Quantity whole) {
        part.mustShareUnit(whole);
        if (whole.value == 0 || part.value > whole.value) {
            throw outOfRange(part.value + "/" + whole.value, part.unit);
        }
        BigInteger product = BigInteger.valueOf(value).multiply(BigInteger.valueOf(part.value));
        return new Quantity(product.divide(BigInteger.valueOf(whole.value)).longValueExact(), unit);
    }

    /**
     * Whether this exceeds the other.
     *
     * @throws RefusedException FM-12 units differ
     */
    public boolean isMoreThan(Quantity other) {
        mustShareUnit(other);
        return value > other.value;
    }

    /** Whether there is nothing. */
    public boolean isZero() {
        return value == 0;
    }

    private void mustShareUnit(Quantity other) {
        if (unit != other.unit) {
            throw RefusedException.by(Rule.FM_12)
                    .with("unit", unit.text())
                    .with("other", other.unit.text())
                    .build();
        }
    }

    private static RefusedException outOfRange(String value, Unit unit) {
        return RefusedException.by(Rule.FM_11)
                .with("field", "quantity")
                .with("value", value)
                .with("unit", unit.text())
                .with("limit", Limits.QUANTITY)
                .build();
    }

    @Override
    public String toString() {
        return value + " " + unit.text();
    }
}
