package org.yuanhu.clientapi.ledger.connection;

/** Removes what was purged from the files as well; a deleted value otherwise stays in them until they are rewritten. */
@FunctionalInterface
public interface Compaction {
    /** Asks for it and returns; it is done soon, and after a restart if the process ends before. */
    void request();
}
