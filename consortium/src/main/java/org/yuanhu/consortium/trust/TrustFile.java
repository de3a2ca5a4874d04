package org.yuanhu.consortium.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.consortium.OrganisationRole;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.vocabulary.Hash;

/**
 * The trust file ({@code yuanhu-trust-v1}): what a verifier pins, and nothing else. Its bytes are canonical JSON
 * (RFC 8785); certificates, lists and keys stand in it as base64 of their DER.
 *
 * @param consortium whose it is
 * @param definitions every organisation's certificates
 * @param version 1, and one more for each successor
 * @param expires when a verifier stops taking it; whole seconds
 * @param ledger the ledger it speaks of
 * @param resolvers host names whose label pages belong to the consortium
 * @param predecessor SHA-256 of the file before it; empty exactly in version 1
 */
public record TrustFile(
        Consortium consortium,
        Collection<MspDefinition> definitions,
        int version,
        Instant expires,
        LedgerFacts ledger,
        List<String> resolvers,
        Optional<Hash> predecessor) {

    private static final byte[] SIGNED_PREFIX = "yuanhu-trust-v1\n".getBytes(StandardCharsets.UTF_8);

    /**
     * @throws IllegalArgumentException if version and predecessor do not fit, the expiry is no whole second, or an
     *     organisation's certificates are missing
     */
    public TrustFile {
        definitions = List.copyOf(definitions);
        resolvers = List.copyOf(resolvers);
        if (version < 1 || predecessor.isPresent() != version > 1) {
            throw new IllegalArgumentException(
                    "version '" + version + "': 1 without a predecessor, or above 1 with one");
        }
        if (!expires.equals(expires.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("expires '" + expires + "': a whole second");
        }
        for (Organisation organisation : consortium.organisations()) {
            Authorities.definition(definitions, organisation.msp());
        }
    }

    /** The file, byte by byte. */
    public byte[] bytes() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", "yuanhu-trust-v1");
        file.put("consortium", consortium.id().value());
        file.put("version", version);
        file.put("expires", expires.toString());
        file.put(
                "ledger",
                Map.of(
                        "kind", ledger.kind().text(),
                        "channel", consortium.channel(),
                        "chaincode", consortium.chaincode(),
                        "genesis", ledger.genesis().toString()));
        file.put("resolvers", resolvers);
        file.put(
                "organisations",
                consortium.organisations().stream().map(this::organisation).toList());
        file.put(
                "policy",
                Map.of(
                        "organisations", consortium.policy().organisations(),
                        "required",
                                consortium.policy().required().stream()
                                        .map(OrganisationRole::text)
                                        .toList()));
        predecessor.ifPresent(hash -> file.put("predecessor", hash.toString()));
        return CanonicalJson.bytes(file);
    }

    /**
     * What an organisation signs, with its trust key in the predecessor, to agree to a file.
     *
     * @param file a trust file's bytes
     */
    public static byte[] signedBytes(byte[] file) {
        byte[] signed = new byte[SIGNED_PREFIX.length + file.length];
        System.arraycopy(SIGNED_PREFIX, 0, signed, 0, SIGNED_PREFIX.length);
        System.arraycopy(file, 0, signed, SIGNED_PREFIX.length, file.length);
        return signed;
    }

    private Map<String, Object> organisation(Organisation organisation) {
        MspDefinition definition = Authorities.definition(definitions, organisation.msp());
        try {
            List<String> crls = new ArrayList<>();
            crls.add(base64(definition.crlOf(definition.nodes()).getEncoded()));
            return Map.of(
                    "msp", organisation.msp().value(),
                    "role", organisation.role().text(),
                    "names", Map.of("en", organisation.nameEn(), "zh", organisation.nameZh()),
                    "peerCa", base64(definition.nodes().getEncoded()),
                    "crls", crls,
                    "trustKey", base64(definition.trustKey().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificates of " + organisation.msp() + " have no encoding", e);
        }
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }
}
