package org.yuanhu.embeddedledger.store;

import java.io.IOException;

/**
 * The ledger on disk is not what was acknowledged: something was lost or changed after it was safely written. It is left
 * untouched; restore a backup, or keep the directory as evidence.
 */
public final class DamagedLedgerException extends IOException {
    /** Says what was found to be damaged. */
    public DamagedLedgerException(String found) {
        super(found + "; nothing was changed on disk: restore a backup");
    }

    /** Says what was found to be damaged, and how it showed. */
    public DamagedLedgerException(String found, Throwable cause) {
        super(found + " (" + cause.getMessage() + "); nothing was changed on disk: restore a backup", cause);
    }
}
