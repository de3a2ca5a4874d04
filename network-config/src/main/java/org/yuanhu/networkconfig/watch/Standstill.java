package org.yuanhu.networkconfig.watch;

import java.time.Duration;

/** Tells an orderer that stands still from one that is only slow, or that has nothing to do. */
final class Standstill {
    /** Longer than fetching the next of the missed blocks takes on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A peer may have a block a moment before its own organisation's orderer. */
    private static final long BEHIND = 2;

    private long orderer = -1;
    private long peer = -1;
    private Duration ordererMoved = Duration.ZERO;
    private Duration peerMoved = Duration.ZERO;
    private boolean peerWentOn;

    /**
     * Takes note of one look at both.
     *
     * @param ordererBlocks how many blocks the orderer has
     * @param peerBlocks how many the peer of the same organisation has
     * @param now a time that only goes forward
     * @return whether the orderer is behind and has not moved for {@link #PATIENCE}, while its peer went on, and not long ago
     */
    boolean isSeen(long ordererBlocks, long peerBlocks, Duration now) {
        if (peerBlocks != peer) {
            peerWentOn = peer >= 0 && peerBlocks > peer;
            peer = peerBlocks;
            peerMoved = now;
        }
        if (ordererBlocks != orderer || peerBlocks < ordererBlocks + BEHIND) {
            orderer = ordererBlocks;
            ordererMoved = now;
            peerWentOn = false;
        }
        return now.minus(ordererMoved).compareTo(PATIENCE) >= 0
                && peerWentOn
                && now.minus(peerMoved).compareTo(PATIENCE) <= 0;
    }
}
