package org.yuanhu.clientapi.scan.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.yuanhu.clientapi.scan.document.ScanRefusedException;
import org.yuanhu.vocabulary.label.RunNumber;

/**
 * Wrong guesses at one print run from one network: ten in any minute, then nothing of this run is looked up for it until the
 * minute is over. Other runs stay open to it, and this run to others: a shop's customers share one address.
 *
 * <p>A tag is right one time in a million. The limit makes trying slow; it promises no more than that, since whoever buys one item
 * has a right number. Each question is counted as wrong before it is looked up and given back if it was right, so that many at
 * once get no further than ten one after the other.
 *
 * <p>Memory is bounded: those who ask seldom are forgotten first.
 */
public final class GuessLimit {
    static final int WRONG_A_MINUTE = 10;
    static final int REMEMBERED = 20_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final Cache<Guesser, Minute> minutes;

    public GuessLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.minutes = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(MINUTE, TimeUnit.NANOSECONDS)
                .ticker(nanoTime::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Begins a question, counted as wrong until it is {@link Question#wasRight() known to be right}.
     *
     * @throws ScanRefusedException TOO_MANY with the seconds to wait
     */
    public Question begin(AddressPrefix network, RunNumber run) {
        long now = nanoTime.getAsLong();
        return minutes.get(new Guesser(network, run), unknown -> new Minute(now))
                .begin(now);
    }

    /** How many networks with a run each are remembered. */
    int remembered() {
        minutes.cleanUp();
        return (int) minutes.estimatedSize();
    }

    private record Guesser(AddressPrefix network, RunNumber run) {}

    /** A question under way, or a wrong one. */
    public static final class Question {
        private final Minute minute;
        private final int slot;

        private Question(Minute minute, int slot) {
            this.minute = minute;
            this.slot = slot;
        }

        /** Takes the count back. */
        public void wasRight() {
            minute.giveBack(slot);
        }
    }

    /** When the last ten wrong questions were asked. */
    private static final class Minute {
        private final long[] asked = new long[WRONG_A_MINUTE];

        Minute(long now) {
            Arrays.fill(asked, now - MINUTE);
        }

        synchronized Question begin(long now) {
            int oldest = 0;
            for (int i = 1; i < asked.length; i++) {
                oldest = asked[i] - asked[oldest] < 0 ? i : oldest;
            }
            long left = MINUTE - (now - asked[oldest]);
            if (left > 0) {
                throw ScanRefusedException.tooMany(Duration.ofNanos(left).toSeconds() + 1);
            }
            asked[oldest] = now;
            return new Question(this, oldest);
        }

        synchronized void giveBack(int slot) {
            asked[slot] -= MINUTE;
        }
    }
}
