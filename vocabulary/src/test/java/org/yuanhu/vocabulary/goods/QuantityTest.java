package org.yuanhu.vocabulary.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.Seeds;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class QuantityTest {
    private static final BigInteger LIMIT = BigInteger.valueOf(Limits.QUANTITY);

    /** Each operation gives exactly what unbounded integers give, or refuses exactly where that is out of range. */
    @Test
    void arithmeticIsExactOrRefused() {
        for (long seed : Seeds.of(QuantityTest.class, 20_000, 400_000)) {
            Random random = new Random(seed);
            Quantity a = any(random);
            Quantity b = any(random);
            long count = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(100_001);

            assertExact(seed, big(a).add(big(b)), () -> a.plus(b));
            assertExact(seed, big(a).subtract(big(b)), () -> a.minus(b));
            assertExact(seed, big(a).multiply(BigInteger.valueOf(count)), () -> a.times(count));
        }
    }

    /** However a whole is cut up, its shares never add up to more than what is shared, and lose less than one unit a piece. */
    @Test
    void sharesNeverAddUpToMore() {
        for (long seed : Seeds.of(QuantityTest.class, 5_000, 100_000)) {
            Random random = new Random(seed);
            Quantity whole = new Quantity(1 + bounded(random), Unit.GRAM);
            Quantity shared = new Quantity(random.nextLong(whole.value() + 1), Unit.GRAM);
            List<Quantity> parts = new ArrayList<>();
            long rest = whole.value();
            for (int i = random.nextInt(6); i > 0; i--) {
                long part = random.nextLong(rest + 1);
                parts.add(new Quantity(part, Unit.GRAM));
                rest -= part;
            }
            parts.add(new Quantity(rest, Unit.GRAM));
            Quantity sum = Quantity.zero(Unit.GRAM);
            for (Quantity part : parts) {
                sum = sum.plus(shared.share(part, whole));
            }

            assertThat(sum.value()).as("seed %s", seed).isLessThanOrEqualTo(shared.value());
            assertThat(shared.value() - sum.value()).as("seed %s", seed).isLessThan(parts.size());
            assertThat(shared.share(whole, whole)).as("seed %s", seed).isEqualTo(shared);
        }
    }

    @Test
    void isComparedByItsValue() {
        Quantity five = new Quantity(5, Unit.GRAM);

        assertThat(five.isMoreThan(new Quantity(4, Unit.GRAM))).isTrue();
        assertThat(five.isMoreThan(five)).isFalse();
        assertThat(five.isMoreThan(new Quantity(6, Unit.GRAM))).isFalse();
        assertThat(five.isZero()).isFalse();
        assertThat(Quantity.zero(Unit.GRAM).isZero()).isTrue();
        assertThat(five).hasToString("5 g");
        assertThat(Unit.GRAM).hasToString("g");
    }

    @Test
    void unitsAreNeverMixed() {
        Quantity grams = new Quantity(1, Unit.GRAM);
        Quantity pieces = new Quantity(1, Unit.PIECE);

        for (Supplier<?> mixing : List.<Supplier<?>>of(
                () -> grams.plus(pieces),
                () -> grams.minus(pieces),
                () -> grams.isMoreThan(pieces),
                () -> grams.share(grams, pieces))) {
            assertRefused(Rule.FM_12, mixing);
        }
    }

    @Test
    void aQuantityIsZeroToTenToTheFifteen() {
        Quantity most = new Quantity(Limits.QUANTITY, Unit.GRAM);
        assertThat(most.withinLimit().value()).isEqualTo(1_000_000_000_000_000L);
        assertRefused(Rule.FM_11, () -> new Quantity(-1, Unit.GRAM));
        assertRefused(Rule.FM_11, () -> new Quantity(Limits.QUANTITY + 1, Unit.GRAM).withinLimit());
        assertRefused(Rule.FM_11, () -> most.plus(new Quantity(1, Unit.GRAM)));
        assertRefused(
                Rule.FM_11, () -> new Quantity(1, Unit.GRAM).share(Quantity.zero(Unit.GRAM), Quantity.zero(Unit.GRAM)));
    }

    @Test
    void oneThatWasMoreThanTheLimitOnceCanBeTakenFromAndNotAddedTo() {
        Quantity old = new Quantity(Limits.QUANTITY + 5, Unit.GRAM);
        assertThat(old.minus(new Quantity(5, Unit.GRAM)).value()).isEqualTo(Limits.QUANTITY);
        assertThat(old.isMoreThan(new Quantity(Limits.QUANTITY, Unit.GRAM))).isTrue();
        assertRefused(Rule.FM_11, () -> old.plus(Quantity.zero(Unit.GRAM)));
        assertRefused(Rule.FM_11, () -> new Quantity(Long.MAX_VALUE, Unit.GRAM).plus(old));
    }

    @Test
    void aPartIsNeverMoreThanItsWhole() {
        Quantity ten = new Quantity(10, Unit.GRAM);
        assertThat(ten.share(ten, ten)).isEqualTo(ten);
        assertRefused(Rule.FM_11, () -> ten.share(new Quantity(11, Unit.GRAM), ten));
        assertRefused(Rule.FM_11, () -> Quantity.zero(Unit.GRAM).share(ten, new Quantity(9, Unit.GRAM)));
    }

    private static void assertExact(long seed, BigInteger right, Supplier<Quantity> operation) {
        if (right.signum() < 0 || right.compareTo(LIMIT) > 0) {
            assertRefused(Rule.FM_11, operation);
        } else {
            assertThat(big(operation.get())).as("seed %s", seed).isEqualTo(right);
        }
    }

    private static void assertRefused(Rule rule, Supplier<?> operation) {
        assertThatThrownBy(operation::get)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    private static Quantity any(Random random) {
        return new Quantity(bounded(random), Unit.GRAM);
    }

    /** Small, middling and near the limit alike. */
    private static long bounded(Random random) {
        long most = switch (random.nextInt(3)) {
            case 0 -> 10;
            case 1 -> 50_000_000;
            default -> Limits.QUANTITY - 1;
        };
        return random.nextInt(20) == 0 ? most : random.nextLong(most + 1);
    }

    private static BigInteger big(Quantity quantity) {
        return BigInteger.valueOf(quantity.value());
    }
}
