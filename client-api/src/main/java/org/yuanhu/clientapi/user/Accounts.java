package org.yuanhu.clientapi.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.ledger.connection.Revocations;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.RoleBinding;
import org.yuanhu.consortium.enrolment.Enrolment;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** A user, the certificate of the role, and the wallet it lies in: made together, ended together. */
@Component
final class Accounts {
    private static final int SHORTEST_PASSWORD = 12;

    private final Users users;
    private final Wallets wallets;
    private final Enrolment enrolment;
    private final Consortium consortium;
    private final Revocations revocations;

    Accounts(Users users, Wallets wallets, Enrolment enrolment, Consortium consortium, Revocations revocations) {
        this.users = users;
        this.wallets = wallets;
        this.enrolment = enrolment;
        this.consortium = consortium;
        this.revocations = revocations;
    }

    /**
     * Adds a user who acts in a role.
     *
     * @param person who it is: the name, or what another certificate of theirs says
     * @param attributes what limits the role, such as {@code yuanhu.region}
     * @throws RefusedException FM-16 the name or the person, FM-29 a short password, FM-30 a role nobody here grants, AC-04 not the attributes of the role, ID-01
     *     a name that is taken
     */
    User add(String name, String person, String password, String role, Map<String, String> attributes) {
        mustBeName("name", name);
        mustBeName("person", person);
        if (password.length() < SHORTEST_PASSWORD) {
            throw RefusedException.by(Rule.FM_29)
                    .with("field", "password length")
                    .with("value", password.length())
                    .with("least", SHORTEST_PASSWORD)
                    .build();
        }
        if (users.find(name).isPresent() || wallets.find(name).isPresent()) {
            throw RefusedException.by(Rule.ID_01).with("id", name).build();
        }
        mustFit(role, attributes);
        wallets.keep(
                name, enrolment.enrol(UserRequest.of(role, name, attributes).heldBy(person)));
        User user = new User(name, false, false);
        users.save(user, password);
        return user;
    }

    private static void mustBeName(String field, String text) {
        if (!UserNames.isOne(text)) {
            throw RefusedException.by(Rule.FM_16)
                    .with("field", field)
                    .with("value", text)
                    .build();
        }
    }

    /** Ends the sign-in, then the certificate: what it signed before stays valid, the ledger takes nothing signed later. */
    void close(String name) {
        users.disable(name);
        Optional<UserIdentity> identity = wallets.find(name);
        if (identity.isPresent()) {
            enrolment.revoke(identity.get());
            revocations.publish(identity.get().msp());
        }
    }

    /** Only organisations whose keys are here can grant a role here. */
    private void mustFit(String role, Map<String, String> attributes) {
        List<RoleBinding> own = consortium.roles().stream()
                .filter(known -> enrolment.organisations().contains(known.msp()))
                .toList();
        RoleBinding binding = own.stream()
                .filter(known -> known.role().value().equals(role))
                .findFirst()
                .orElseThrow(() -> RefusedException.by(Rule.FM_30)
                        .with("field", "role")
                        .with("value", role)
                        .with("allowed", names(own))
                        .build());
        String needed = binding.scope().attribute().orElse("");
        String given = String.join(", ", attributes.keySet());
        if (!given.equals(needed)) {
            throw RefusedException.by(Rule.AC_04)
                    .with("role", role)
                    .with("attribute", needed)
                    .with("value", given)
                    .build();
        }
    }

    private static String names(List<RoleBinding> roles) {
        return roles.stream().map(known -> known.role().value()).collect(Collectors.joining(", "));
    }
}
