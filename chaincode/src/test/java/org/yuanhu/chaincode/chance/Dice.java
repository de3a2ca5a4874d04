package org.yuanhu.chaincode.chance;

/**
 * How a test by chance is thrown: with fresh dice at every run, printed so that the run can be had again, or with those that
 * {@code -Dyuanhu.test.seed} names; a part of the acts by default, all of them with {@code -Plong}.
 */
public final class Dice {
    private Dice() {}

    /** The seed of this run, which is printed beside the test's name. */
    public static long seed(Class<?> test) {
        long seed = Long.getLong("yuanhu.test.seed", System.nanoTime());
        System.out.printf("%s: seed %d (again: -Dyuanhu.test.seed=%d)%n", test.getSimpleName(), seed, seed);
        return seed;
    }

    /** How many acts: as {@code -Dyuanhu.test.acts} says, or so many. */
    public static int acts(int part, int all) {
        return Integer.getInteger("yuanhu.test.acts", isLong() ? all : part);
    }

    /** Whether everything is to be tried ({@code -Plong}). */
    public static boolean isLong() {
        return Boolean.getBoolean("yuanhu.test.long");
    }
}
