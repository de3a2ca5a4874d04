package org.yuanhu.clientapi.ledger.connection;

import java.time.Duration;

/**
 * How long one call may take before it counts as not answered.
 *
 * @param evaluate a read
 * @param endorse a proposal
 * @param submit handing a transaction to the orderers
 * @param commit waiting for a transaction's block
 */
public record Deadlines(Duration evaluate, Duration endorse, Duration submit, Duration commit) {
    /** One machine: there is no other peer to ask, so patience is all there is. */
    public static final Deadlines HERE = new Deadlines(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(30));

    /** A network: another peer is asked soon, so that acts go on within ten seconds of one that hangs. */
    public static final Deadlines NETWORK =
            new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
}
