package org.yuanhu.clientapi.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Caller;
import org.yuanhu.clientapi.ledger.connection.ServerIdentity;
import org.yuanhu.consortium.RoleBinding;
import org.yuanhu.consortium.RoleName;
import org.yuanhu.consortium.enrolment.Enrolment;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.UserIdentity;

/** The server's own certificates, kept in wallets like users'; nobody can sign in with them. */
@Component
final class ServerWallet implements ServerIdentity {
    private static final String NAME = "server";
    private static final String MEMBER_NAME = "server-member";
    /** Of the organisation that runs the server, the first of these that it grants. */
    private static final List<String> READERS = List.of("platform-operator", "auditor", "clerk", "county-officer");

    private static final List<String> MEMBERS = List.of("clerk", "county-officer");

    private final Wallets wallets;
    private final Enrolment enrolment;

    ServerWallet(Wallets wallets, Enrolment enrolment) {
        this.wallets = wallets;
        this.enrolment = enrolment;
    }

    @Override
    public synchronized UserIdentity reader() {
        return wallets.find(NAME)
                .or(() -> issue(NAME, READERS))
                .orElseThrow(
                        () -> new IllegalStateException("No organisation here grants one of the roles " + READERS));
    }

    @Override
    public synchronized Optional<UserIdentity> member() {
        return wallets.find(MEMBER_NAME).or(() -> issue(MEMBER_NAME, MEMBERS));
    }

    private Optional<UserIdentity> issue(String name, List<String> roles) {
        Optional<RoleBinding> role = roles.stream()
                .map(RoleName::new)
                .map(enrolment.consortium()::role)
                .filter(binding -> enrolment.organisations().contains(binding.msp()))
                .findFirst();
        return role.map(binding -> {
            UserIdentity issued = enrolment.enrol(UserRequest.of(binding.role().value(), name, nowhere(binding)));
            wallets.keep(name, issued);
            return issued;
        });
    }

    /** Who holds such a certificate may read what its organisation may, be told what households consent to, and record nothing. */
    private Map<String, String> nowhere(RoleBinding role) {
        String region = enrolment.consortium().province().value().substring(0, 2) + Caller.SERVERS_COUNTY;
        return switch (role.scope()) {
            case NONE -> Map.of();
            case REGION -> Map.of("yuanhu.region", region);
            case COOPERATIVE -> Map.of("yuanhu.cooperative", Caller.SERVERS_COOPERATIVE.value());
        };
    }
}
