package org.yuanhu.clientapi.scan.limit;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.yuanhu.clientapi.scan.document.ScanRefusedException;

/**
 * Wrong guesses from one network: ten in any minute, then nothing more is looked up for it until the minute is over.
 *
 * <p>A tag is right one time in a million. The limit makes trying slow; it promises no more than that, since whoever buys one item
 * has a right number. Each question is counted as wrong before it is looked up and given back if it was right, so that many at
 * once get no further than ten one after the other.
 *
 * <p>Memory is bounded: the networks heard from longest ago are forgotten.
 */
public final class GuessLimit {
    static final int WRONG_A_MINUTE = 10;
    static final int NETWORKS = 20_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final Map<AddressPrefix, Minute> minutes;

    public GuessLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.minutes = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<AddressPrefix, Minute> eldest) {
                return size() > NETWORKS;
            }
        };
    }

    /**
     * Begins a question, counted as wrong until it is {@link Question#wasRight() known to be right}.
     *
     * @throws ScanRefusedException TOO_MANY with the seconds to wait
     */
    public Question begin(AddressPrefix network) {
        long now = nanoTime.getAsLong();
        Minute minute;
        synchronized (minutes) {
            minute = minutes.computeIfAbsent(network, unknown -> new Minute(now));
        }
        return minute.begin(now);
    }

    /** How many networks are remembered. */
    int networks() {
        synchronized (minutes) {
            return minutes.size();
        }
    }

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
