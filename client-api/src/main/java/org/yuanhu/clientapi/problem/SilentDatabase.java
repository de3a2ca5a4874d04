package org.yuanhu.clientapi.problem;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.transaction.TransactionException;

/**
 * Tells a database that does not answer from a fault of ours. The ledger goes on without it: an act that was answered stays, lists are
 * late.
 */
public final class SilentDatabase {
    /** The sentence that says it. */
    static final String SAYS = "database.silent";

    private SilentDatabase() {}

    /** Whether the failure is the database's silence; of a sign-in, that nobody could be looked up. */
    public static boolean isCauseOf(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransactionException
                || failure instanceof InternalAuthenticationServiceException;
    }
}
