package org.yuanhu.clientapi.user;

import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who signs in. */
@Component
final class SignedInUsers implements UserDetailsService {
    private final Users users;
    private final Wallets wallets;

    SignedInUsers(Users users, Wallets wallets) {
        this.users = users;
        this.wallets = wallets;
    }

    @Override
    public SignedIn loadUserByUsername(String name) {
        User user = users.find(name).orElseThrow(() -> new UsernameNotFoundException("No such user"));
        String hash = users.passwordHash(name).orElseThrow(() -> new UsernameNotFoundException("No such user"));
        return SignedIn.of(user, hash, wallets.find(name));
    }
}
