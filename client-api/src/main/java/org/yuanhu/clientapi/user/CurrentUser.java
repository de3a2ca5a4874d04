package org.yuanhu.clientapi.user;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.problem.NoIdentityException;
import org.yuanhu.consortium.identity.UserIdentity;

/** Who sent the request this thread serves. */
@Component
public final class CurrentUser {
    private final Wallets wallets;

    CurrentUser(Wallets wallets) {
        this.wallets = wallets;
    }

    /** The user, if one is signed in. */
    public Optional<User> user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.user())
                : Optional.empty();
    }

    /**
     * The certificate and key the user's acts are signed with.
     *
     * @throws NoIdentityException if nobody is signed in, or the user has no certificate
     */
    public UserIdentity identity() {
        return user().flatMap(user -> wallets.find(user.name())).orElseThrow(NoIdentityException::new);
    }
}
