package org.yuanhu.clientapi.user;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.ledger.ServerIdentity;
import org.yuanhu.networkconfig.identity.Identities;
import org.yuanhu.networkconfig.identity.UserIdentity;
import org.yuanhu.networkconfig.identity.UserRequest;

/** The server's own certificate, kept in a wallet like a user's; nobody can sign in with it. */
@Component
final class ServerWallet implements ServerIdentity {
    private static final String NAME = "server";
    private static final String ROLE = "platform-operator";

    private final Wallets wallets;
    private final Identities identities;

    ServerWallet(Wallets wallets, Identities identities) {
        this.wallets = wallets;
        this.identities = identities;
    }

    @Override
    public synchronized UserIdentity reader() {
        return wallets.find(NAME).orElseGet(this::issue);
    }

    private UserIdentity issue() {
        UserIdentity issued = identities.issueUser(UserRequest.of(ROLE, NAME, Map.of()));
        wallets.keep(NAME, issued);
        return issued;
    }
}
