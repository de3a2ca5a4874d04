package org.yuanhu.networkconfig.watch;

import java.time.Duration;
import java.time.Instant;

/** Tells an orderer that stands still from one that is only slow, or that has nothing to do. */
final class Standstill {
    /** Longer than fetching the next of the missed blocks takes on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A peer may have a block a moment before its own organisation's orderer. */
    private static final long BEHIND = 2;

    private long at = -1;
    private Instant since = Instant.EPOCH;

    /**
     * Takes note of one look at both.
     *
     * @param orderer how many blocks the orderer has
     * @param peer how many the peer of the same organisation has
     * @return whether the orderer has been behind, and not moved, for {@link #PATIENCE}
     */
    boolean isSeen(long orderer, long peer, Instant now) {
        if (orderer != at || peer < orderer + BEHIND) {
            at = orderer;
            since = now;
        }
        return !now.isBefore(since.plus(PATIENCE));
    }
}
