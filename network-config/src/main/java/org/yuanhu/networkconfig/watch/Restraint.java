package org.yuanhu.networkconfig.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often an orderer may be started again: one that comes to nothing by it is not helped by more of it. */
final class Restraint {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final int HOURLY = 4;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Deque<Duration> last = new ArrayDeque<>();

    /** Whether it may be now: after twice the time of the time before, and four times in an hour. */
    boolean allows(Duration now) {
        while (!last.isEmpty() && now.minus(last.getFirst()).compareTo(HOUR) >= 0) {
            last.removeFirst();
        }
        if (last.isEmpty()) {
            return true;
        }
        Duration pause = FIRST.multipliedBy(1L << (last.size() - 1));
        return last.size() < HOURLY && now.minus(last.getLast()).compareTo(pause) >= 0;
    }

    /** Takes note of one. */
    void happened(Duration now) {
        last.addLast(now);
    }
}
