package org.yuanhu.qrtools.verify;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.consortium.TrustPolicy;
import org.yuanhu.consortium.identity.MspDefinition;

/**
 * All that a verifier takes for granted.
 *
 * @param chaincode the name of the chaincode whose answers count
 * @param organisations who may sign
 * @param policy how many and which of them must
 */
public record Trust(String chaincode, List<TrustedOrganisation> organisations, TrustPolicy policy) {

    public Trust {
        organisations = List.copyOf(organisations);
    }

    /**
     * What a consortium's own members know.
     *
     * @param definitions of every organisation of the consortium
     * @throws IllegalArgumentException if one is missing, or a revocation list is not its authority's
     */
    public static Trust of(Consortium consortium, Collection<MspDefinition> definitions) {
        return new Trust(
                consortium.chaincode(),
                consortium.organisations().stream()
                        .map(organisation ->
                                TrustedOrganisation.of(organisation, definition(organisation, definitions)))
                        .toList(),
                consortium.policy());
    }

    Optional<TrustedOrganisation> organisation(String msp) {
        return organisations.stream()
                .filter(organisation -> organisation.msp().value().equals(msp))
                .findFirst();
    }

    private static MspDefinition definition(Organisation organisation, Collection<MspDefinition> definitions) {
        return definitions.stream()
                .filter(definition -> definition.msp().equals(organisation.msp()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the certificates of " + organisation.msp() + " are missing"));
    }
}
