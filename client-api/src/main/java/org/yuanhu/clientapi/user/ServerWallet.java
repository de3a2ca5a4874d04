package org.yuanhu.clientapi.user;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.ledger.ServerIdentity;
import org.yuanhu.networkconfig.identity.Identities;
import org.yuanhu.networkconfig.identity.UserIdentity;
import org.yuanhu.networkconfig.identity.UserRequest;

/** The server's own certificates, kept in wallets like users'; nobody can sign in with them. */
@Component
final class ServerWallet implements ServerIdentity {
    private static final String NAME = "server";
    private static final String ROLE = "platform-operator";
    private static final String MEMBER_NAME = "server-member";
    private static final String MEMBER_ROLE = "clerk";
    /** No cooperative has this code: who holds it may read what its organisation may read, and record nothing. */
    private static final String NO_COOPERATIVE = "93520000999999999X";

    private final Wallets wallets;
    private final Identities identities;

    ServerWallet(Wallets wallets, Identities identities) {
        this.wallets = wallets;
        this.identities = identities;
    }

    @Override
    public synchronized UserIdentity reader() {
        return wallets.find(NAME).orElseGet(() -> issue(ROLE, NAME, Map.of()));
    }

    @Override
    public synchronized UserIdentity member() {
        return wallets.find(MEMBER_NAME)
                .orElseGet(() -> issue(MEMBER_ROLE, MEMBER_NAME, Map.of("yuanhu.cooperative", NO_COOPERATIVE)));
    }

    private UserIdentity issue(String role, String name, Map<String, String> attributes) {
        UserIdentity issued = identities.issueUser(UserRequest.of(role, name, attributes));
        wallets.keep(name, issued);
        return issued;
    }
}
