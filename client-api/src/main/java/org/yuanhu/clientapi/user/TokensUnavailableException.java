package org.yuanhu.clientapi.user;

import org.springframework.security.core.AuthenticationException;

/** The database does not answer, so that nobody can say whose a token is. */
final class TokensUnavailableException extends AuthenticationException {
    TokensUnavailableException(Throwable cause) {
        super("The tokens cannot be read", cause);
    }
}
