package org.yuanhu.consortium;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * When an answer counts as the consortium's: enough distinct organisations signed it, those that must be among them did.
 *
 * @param organisations number of distinct organisations that must sign
 * @param required roles of which at least one organisation each must be among them; in the enum's order
 */
public record TrustPolicy(int organisations, Set<OrganisationRole> required) {

    public TrustPolicy {
        required = Collections.unmodifiableSet(
                required.isEmpty() ? EnumSet.noneOf(OrganisationRole.class) : EnumSet.copyOf(required));
    }

    /**
     * The least number of distinct organisations that survives any f = ⌊(n−1)/3⌋ of n failing or lying:
     * ⌈(n + f + 1) / 2⌉.
     *
     * @param members number of organisations, n ≥ 1
     */
    public static int quorum(int members) {
        int faulty = (members - 1) / 3;
        return (members + faulty + 2) / 2;
    }
}
