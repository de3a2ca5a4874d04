package org.yuanhu.consortium.enrolment;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.RoleBinding;
import org.yuanhu.consortium.RoleName;
import org.yuanhu.consortium.Scope;

/**
 * Who a certificate is asked for. The name stands in every transaction its holder signs, on every organisation's ledger
 * and for good: an account's name, never a person's.
 *
 * @param role what the holder acts as
 * @param name 1 to 64 lower-case letters, digits, dots, underscores or hyphens, a letter or digit first
 * @param person who holds it, as the organisation tells its people apart: the same for every certificate of one person, whatever the role,
 *     and no other person's, ever; of the same form as a name, and as public
 * @param attributes what limits the role ({@code yuanhu.region} or {@code yuanhu.cooperative}); the role itself is added
 * @param validity how long the certificate is good for
 */
public record UserRequest(RoleName role, String name, String person, Map<String, String> attributes, Period validity) {
    /** How long a person's certificate is good for if nothing else is asked: one year. */
    public static final Period USUAL_VALIDITY = Period.ofYears(1);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /**
     * @throws IllegalArgumentException if the name has another form or the validity is not 1 day to 2 years
     */
    public UserRequest {
        requireName(name);
        if (!NAME.matcher(person).matches()) {
            throw new IllegalArgumentException("person '" + person + "': has the form of a name");
        }
        LocalDate end = LocalDate.EPOCH.plus(validity);
        if (!end.isAfter(LocalDate.EPOCH) || end.isAfter(LocalDate.EPOCH.plusYears(2))) {
            throw new IllegalArgumentException("validity '" + validity + "': from one day to two years");
        }
        attributes = Map.copyOf(attributes);
    }

    /** A request for one year, for a person who has the name of the certificate. */
    public static UserRequest of(String role, String name, Map<String, String> attributes) {
        return new UserRequest(new RoleName(role), name, name, attributes, USUAL_VALIDITY);
    }

    /** This request for a person who has another certificate already. */
    public UserRequest heldBy(String who) {
        return new UserRequest(role, name, who, attributes, validity);
    }

    /**
     * The name itself.
     *
     * @throws IllegalArgumentException if it has another form than a certificate's name here
     */
    public static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name '" + name
                    + "': 1 to 64 lower-case letters, digits, dots, underscores or hyphens, a letter or digit first");
        }
        return name;
    }

    /**
     * The role as the consortium grants it.
     *
     * @throws IllegalArgumentException if the consortium has no such role, or the attributes are not exactly those its scope
     *     needs
     * @throws org.yuanhu.vocabulary.rule.RefusedException if the region or credit code is none
     */
    public RoleBinding requireRole(Consortium consortium) {
        RoleBinding binding = consortium.role(role);
        Set<String> needed = binding.scope().attribute().map(Set::of).orElse(Set.of());
        if (!attributes.keySet().equals(needed)) {
            throw new IllegalArgumentException("attributes '" + new TreeMap<>(attributes).keySet() + "': role " + role
                    + (binding.scope() == Scope.NONE ? " takes none" : " takes exactly " + needed));
        }
        attributes.values().forEach(value -> binding.scope().requireValue(value));
        return binding;
    }
}
