package org.yuanhu.vocabulary;

import java.util.stream.LongStream;

/**
 * The seeds of a test that tries many values by chance: other ones at every run, of which the first is printed; {@code
 * -Dyuanhu.test.seed} begins there again. A part by default, all with {@code -Plong}.
 */
public final class Seeds {
    private Seeds() {}

    /** So many seeds, one after another. */
    public static long[] of(Class<?> test, int part, int all) {
        long first = Long.getLong("yuanhu.test.seed", System.nanoTime());
        int count = Boolean.getBoolean("yuanhu.test.long") ? all : part;
        System.out.printf(
                "%s: %d seeds from %d on (again: -Dyuanhu.test.seed=%d)%n", test.getSimpleName(), count, first, first);
        return LongStream.range(first, first + count).toArray();
    }
}
