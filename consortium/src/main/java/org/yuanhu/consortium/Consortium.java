package org.yuanhu.consortium;

import java.nio.file.Path;
import java.util.List;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * Who is in the consortium and what they have agreed on. Read from {@code consortium.yaml}; every organisation keeps its
 * own copy, and a difference shows as endorsements that do not match.
 *
 * @param id the consortium's id, part of every label's hash
 * @param province region all others lie in
 * @param channel the channel's name on the ledger
 * @param chaincode the chaincode's name on the channel
 * @param organisations at least one, in the file's order
 * @param roles which organisation and authority grants each role, in the file's order
 * @param policy how many and which organisations must sign
 * @param collection the private data collection
 */
public record Consortium(
        ConsortiumId id,
        RegionCode province,
        String channel,
        String chaincode,
        List<Organisation> organisations,
        List<RoleBinding> roles,
        TrustPolicy policy,
        PrivateCollection collection) {

    public Consortium {
        organisations = List.copyOf(organisations);
        roles = List.copyOf(roles);
    }

    /** The consortium of the demonstration: four organisations, of which any one may fail or lie. */
    public static Consortium demo() {
        return ConsortiumReader.bundled();
    }

    /** The file of {@link #demo}, to begin one's own with. */
    public static String demoYaml() {
        return ConsortiumReader.bundledYaml();
    }

    /**
     * Reads a consortium file.
     *
     * @throws InvalidConsortiumException if a field is missing, unknown, of another form, or at odds with the rest
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Consortium read(Path file) {
        return ConsortiumReader.read(file);
    }

    /**
     * The organisation of this name.
     *
     * @throws IllegalArgumentException if the consortium has none
     */
    public Organisation organisation(MspId msp) {
        return organisations.stream()
                .filter(organisation -> organisation.msp().equals(msp))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "organisation '" + msp + "' is not in the consortium: it has " + members()));
    }

    /**
     * Who grants a role.
     *
     * @throws IllegalArgumentException if the consortium has no such role
     */
    public RoleBinding role(RoleName role) {
        return roles.stream()
                .filter(binding -> binding.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role '" + role + "' is not in the consortium: it has "
                        + roles.stream().map(RoleBinding::role).toList()));
    }

    /** The roles an organisation grants, in the file's order. */
    public List<RoleBinding> rolesOf(MspId msp) {
        return roles.stream().filter(binding -> binding.msp().equals(msp)).toList();
    }

    /** The organisations' names on the ledger, in the file's order. */
    public List<MspId> members() {
        return organisations.stream().map(Organisation::msp).toList();
    }
}
