package org.yuanhu.clientapi.ledger.event;

import java.util.Optional;

/**
 * From where on events are wanted.
 *
 * @param block the first block whose events are sent
 * @param transaction if present: leave out this block's events up to and including this transaction's
 */
public record EventsAfter(long block, Optional<String> transaction) {
    /** Every event there ever was. */
    public static final EventsAfter THE_BEGINNING = new EventsAfter(0, Optional.empty());
}
