package org.yuanhu.consortium.trust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.RoleBinding;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.Pem;

/**
 * {@code authorities.json} ({@code yuanhu-authorities-v1}): an organisation's own copy, for its chaincode process, of
 * which role is granted by which organisation and under which authority's key.
 */
public final class Authorities {
    private Authorities() {}

    /**
     * The file's text: canonical JSON, so equal consortia and certificates give equal bytes.
     *
     * @param definitions of every organisation that grants a role
     * @throws IllegalArgumentException if one is missing
     */
    public static String json(Consortium consortium, Collection<MspDefinition> definitions) {
        List<Map<String, String>> roles = new ArrayList<>();
        for (RoleBinding binding : consortium.roles()) {
            MspDefinition msp = definition(definitions, binding.msp());
            roles.add(Map.of(
                    "role", binding.role().value(),
                    "msp", binding.msp().value(),
                    "ca", Pem.of(msp.authority(binding.authority()))));
        }
        Map<String, Object> file = Map.of(
                "format", "yuanhu-authorities-v1",
                "consortium", consortium.id().value(),
                "province", consortium.province().value(),
                "collection",
                        Map.of(
                                "name", consortium.collection().name(),
                                "members", texts(consortium.collection().members())),
                "roles", roles);
        return CanonicalJson.text(file);
    }

    static MspDefinition definition(Collection<MspDefinition> definitions, MspId msp) {
        return definitions.stream()
                .filter(definition -> definition.msp().equals(msp))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the certificates of " + msp + " are missing"));
    }

    private static List<String> texts(List<MspId> members) {
        return members.stream().map(MspId::value).toList();
    }
}
