package org.yuanhu.clientapi.user;

import org.springframework.dao.DataAccessException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/** Finds a bearer token's user in this server's own table of tokens. */
@Component
final class TokenIntrospector implements OpaqueTokenIntrospector {
    private final Tokens tokens;
    private final SignedInUsers users;

    TokenIntrospector(Tokens tokens, SignedInUsers users) {
        this.tokens = tokens;
        this.users = users;
    }

    /**
     * The user whose token it is.
     *
     * @throws BadOpaqueTokenException if it is nobody's, or of someone who may no longer sign in
     * @throws TokensUnavailableException if the database does not answer
     */
    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        try {
            return tokens.userOf(token)
                    .map(users::loadUserByUsername)
                    .filter(SignedIn::isEnabled)
                    .orElseThrow(() -> new BadOpaqueTokenException("No such token"));
        } catch (UsernameNotFoundException gone) {
            throw new BadOpaqueTokenException("No such user", gone);
        } catch (DataAccessException silent) {
            throw new TokensUnavailableException(silent);
        }
    }
}
