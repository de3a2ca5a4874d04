package org.yuanhu.embeddedledger.store;

/**
 * What a start found on disk.
 *
 * @param blocks blocks in the ledger, the first one included
 * @param created whether the ledger was made by this start
 * @param closedProperly whether the last stop was an orderly one
 * @param unacknowledgedBlocks whole blocks at the end that were on disk but had not been acknowledged when the process
 *     stopped; they are kept, and their transactions answer as committed
 * @param discardedPrivateValues private values removed because their block never reached the disk
 * @param verifiedBlocks blocks at the end whose bytes, chain and transactions were checked
 */
public record StartReport(
        long blocks,
        boolean created,
        boolean closedProperly,
        long unacknowledgedBlocks,
        int discardedPrivateValues,
        int verifiedBlocks) {
    @Override
    public String toString() {
        if (created) {
            return "new ledger";
        }
        String stop = closedProperly ? "closed properly" : "stopped without being closed";
        return "%d blocks, %s; last %d verified; %d kept that had not been acknowledged; %d private values of an unfinished block removed"
                .formatted(blocks, stop, verifiedBlocks, unacknowledgedBlocks, discardedPrivateValues);
    }
}
