package org.yuanhu.clientapi.ledger.submit;

import org.jspecify.annotations.Nullable;

/**
 * The ledger did not answer, or not in time. Whether an act was accepted is then unknown; sending the same act with the same id
 * again is always right, and adds nothing twice.
 */
public final class LedgerUnavailableException extends RuntimeException {
    /** Without any of the request's content, so that it may be logged. */
    LedgerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
