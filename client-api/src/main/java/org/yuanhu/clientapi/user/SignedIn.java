package org.yuanhu.clientapi.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.identity.UserIdentity;

/** A user as Spring Security knows one. The authorities say what the certificate says: nothing is asked of a database. */
record SignedIn(User user, String passwordHash, List<SimpleGrantedAuthority> authorities)
        implements UserDetails, OAuth2AuthenticatedPrincipal {
    static final String ADMINISTRATOR = "administrator";

    static SignedIn of(User user, String passwordHash, Optional<UserIdentity> identity) {
        List<SimpleGrantedAuthority> authorities = new ArrayList<>();
        if (user.administrator()) {
            authorities.add(new SimpleGrantedAuthority(ADMINISTRATOR));
        }
        identity.map(held -> FabricAttributes.of(held.certificate()).get(FabricAttributes.ROLE))
                .ifPresent(role -> authorities.add(new SimpleGrantedAuthority(role)));
        return new SignedIn(user, passwordHash, List.copyOf(authorities));
    }

    @Override
    public String getName() {
        return user.name();
    }

    /** None: all that is known of a user stands in the certificate. */
    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public List<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return user.name();
    }

    @Override
    public boolean isEnabled() {
        return !user.disabled();
    }

    @Override
    public String toString() {
        return user.name();
    }
}
