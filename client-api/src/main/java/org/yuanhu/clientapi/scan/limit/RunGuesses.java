package org.yuanhu.clientapi.scan.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.yuanhu.vocabulary.label.RunNumber;

/**
 * Counts wrong guesses on each print run over the last hour, whoever made them, and says when they pass a thousand: then somebody is
 * looking for numbers that pass.
 *
 * <p>Memory is bounded: runs guessed at seldom are forgotten first.
 */
public final class RunGuesses {
    public static final int ALERT_ABOVE = 1_000;
    static final int RUNS = 5_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int MINUTES = 60;

    private final LongSupplier nanoTime;
    private final Cache<RunNumber, Hour> hours;

    public RunGuesses(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.hours = Caffeine.newBuilder()
                .maximumSize(RUNS)
                .expireAfterAccess(MINUTES * MINUTE, TimeUnit.NANOSECONDS)
                .ticker(nanoTime::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Counts one.
     *
     * @return true when this one takes the run past the limit; then not again before the hour's count has fallen back to it
     */
    public synchronized boolean wrong(RunNumber run) {
        long minute = Math.floorDiv(nanoTime.getAsLong(), MINUTE);
        return hours.get(run, unknown -> new Hour(minute)).wrong(minute);
    }

    /** How many runs are remembered. */
    int runs() {
        hours.cleanUp();
        return (int) hours.estimatedSize();
    }

    private static final class Hour {
        private final short[] wrong = new short[MINUTES];
        private long last;
        private int sum;
        private boolean alerted;

        Hour(long minute) {
            last = minute;
        }

        boolean wrong(long minute) {
            forget(minute);
            int now = Math.floorMod(minute, MINUTES);
            if (wrong[now] < Short.MAX_VALUE) {
                wrong[now]++;
                sum++;
            }
            boolean alert = sum > ALERT_ABOVE && !alerted;
            alerted |= alert;
            return alert;
        }

        private void forget(long minute) {
            long passed = Math.min(minute - last, MINUTES);
            for (long i = 1; i <= passed; i++) {
                int slot = Math.floorMod(last + i, MINUTES);
                sum -= wrong[slot];
                wrong[slot] = 0;
            }
            last = Math.max(last, minute);
            alerted &= sum > ALERT_ABOVE;
        }
    }
}
