package org.yuanhu.clientapi.user;

import org.springframework.security.access.AccessDeniedException;

/** The user has no certificate, so there is nothing to sign an act with. */
public final class NoIdentity extends AccessDeniedException {
    NoIdentity() {
        super("no certificate");
    }
}
