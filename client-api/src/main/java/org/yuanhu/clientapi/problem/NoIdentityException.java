package org.yuanhu.clientapi.problem;

import org.springframework.security.access.AccessDeniedException;

/** The user has no certificate, so there is nothing to sign an act with. */
public final class NoIdentityException extends AccessDeniedException {
    /** Nothing more to say. */
    public NoIdentityException() {
        super("no certificate");
    }
}
