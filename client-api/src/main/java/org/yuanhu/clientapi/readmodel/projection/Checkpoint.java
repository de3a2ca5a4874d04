package org.yuanhu.clientapi.readmodel.projection;

import java.time.Instant;

/**
 * How far the ledger's events are in the read model.
 *
 * @param block of the last event applied
 * @param transaction of the last event applied
 * @param at that transaction's time
 */
public record Checkpoint(long block, String transaction, Instant at) {}
