package org.yuanhu.clientapi.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.ledger.Revocations;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.RoleBinding;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.consortium.issuing.UserRequest;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/** A user, the certificate of the role, and the wallet it lies in: made together, ended together. */
@Component
final class Accounts {
    private static final int SHORTEST_PASSWORD = 12;

    private final Users users;
    private final Wallets wallets;
    private final Identities identities;
    private final Consortium consortium;
    private final Revocations revocations;

    Accounts(Users users, Wallets wallets, Identities identities, Consortium consortium, Revocations revocations) {
        this.users = users;
        this.wallets = wallets;
        this.identities = identities;
        this.consortium = consortium;
        this.revocations = revocations;
    }

    /**
     * Adds a user who acts in a role.
     *
     * @param attributes what limits the role, such as {@code yuanhu.region}
     * @throws Refused FM-16 the name, FM-29 a short password, FM-30 a role nobody here grants, AC-04 not the attributes of the role, ID-01
     *     a name that is taken
     */
    User add(String name, String password, String role, Map<String, String> attributes) {
        if (!UserNames.isOne(name)) {
            throw Refused.of(Rule.FM_16, "field", "name", "value", name);
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw Refused.of(
                    Rule.FM_29, "field", "password length", "value", password.length(), "least", SHORTEST_PASSWORD);
        }
        if (users.find(name).isPresent() || wallets.find(name).isPresent()) {
            throw Refused.of(Rule.ID_01, "id", name);
        }
        mustFit(role, attributes);
        wallets.keep(name, identities.issueUser(UserRequest.of(role, name, attributes)));
        User user = new User(name, false, false);
        users.save(user, password);
        return user;
    }

    /** Ends the sign-in, then the certificate: what it signed before stays valid, the ledger takes nothing signed later. */
    void close(String name) {
        users.disable(name);
        Optional<UserIdentity> identity = wallets.find(name);
        if (identity.isPresent()) {
            identities.revoke(identity.get().certificate().getSerialNumber());
            revocations.publish(identity.get().msp());
        }
    }

    /** Only organisations whose keys are here can grant a role here. */
    private void mustFit(String role, Map<String, String> attributes) {
        List<RoleBinding> own = consortium.roles().stream()
                .filter(known -> identities.organisations().contains(known.msp()))
                .toList();
        RoleBinding binding = own.stream()
                .filter(known -> known.role().value().equals(role))
                .findFirst()
                .orElseThrow(() -> Refused.of(Rule.FM_30, "field", "role", "value", role, "allowed", names(own)));
        String needed = binding.scope().attribute().orElse("");
        String given = String.join(", ", attributes.keySet());
        if (!given.equals(needed)) {
            throw Refused.of(Rule.AC_04, "role", role, "attribute", needed, "value", given);
        }
    }

    private static String names(List<RoleBinding> roles) {
        return roles.stream().map(known -> known.role().value()).collect(Collectors.joining(", "));
    }
}
