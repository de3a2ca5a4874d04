package org.yuanhu.chaincode.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.contract.ClientIdentity;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The organisation's own copy of which role belongs to which MSP and is issued by which CA. A copy that differs shows as
 * endorsements that do not match.
 */
public final class Authorities {
    private static final int REMEMBERED = 4_096;

    private final RegionCode province;
    private final String collection;
    private final List<Authority> authorities;
    /** First in, first out is enough, and the JDK's map depends on no clock and no thread of its own, as a cache's library does. */
    private final Map<Certified, Boolean> verified = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Certified, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    private Authorities(RegionCode province, String collection, List<Authority> authorities) {
        this.province = province;
        this.collection = collection;
        this.authorities = authorities;
    }

    /**
     * Reads {@code authorities.json}.
     *
     * @throws RefusedException DC-01 … DC-04 if it is not of the form
     * @throws IllegalArgumentException if a certificate in it cannot be read
     */
    public static Authorities parse(String json) {
        AuthoritiesFile file = Json.read(json, AuthoritiesFile.class);
        List<Authority> authorities = new ArrayList<>();
        for (AuthorityEntry entry : file.roles) {
            authorities.add(new Authority(entry.role, entry.msp, certificate(entry)));
        }
        return new Authorities(file.province, file.collection.name, List.copyOf(authorities));
    }

    /** The province whose channel this is. */
    public RegionCode province() {
        return province;
    }

    /** The name of the private collection that holds who households are. */
    public String collection() {
        return collection;
    }

    /**
     * Refuses a certificate that does not come from the MSP and the CA of its role. The CA's name alone proves nothing: the
     * signature must verify under its key.
     *
     * @throws RefusedException AC-01 nobody may issue the role, AC-02, AC-03
     */
    void mustHaveIssued(ClientIdentity identity, Role role) {
        List<Authority> ofRole =
                authorities.stream().filter(authority -> authority.role == role).toList();
        if (ofRole.isEmpty()) {
            throw RefusedException.by(Rule.AC_01).with("role", role.text()).build();
        }
        List<Authority> ofMsp = ofRole.stream()
                .filter(authority -> authority.msp.equals(identity.getMSPID()))
                .toList();
        if (ofMsp.isEmpty()) {
            throw RefusedException.by(Rule.AC_02)
                    .with("role", role.text())
                    .with("msp", identity.getMSPID())
                    .build();
        }
        X509Certificate certificate = identity.getX509Certificate();
        if (ofMsp.stream().noneMatch(authority -> hasIssued(authority, certificate))) {
            throw RefusedException.by(Rule.AC_03).with("role", role.text()).build();
        }
    }

    private boolean hasIssued(Authority authority, X509Certificate certificate) {
        return verified.computeIfAbsent(new Certified(authority.certificate, certificate), pair -> pair.verify());
    }

    private static X509Certificate certificate(AuthorityEntry entry) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(entry.ca.getBytes(US_ASCII)));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("The CA certificate of " + entry.role + " cannot be read", e);
        }
    }

    private record Authority(Role role, String msp, X509Certificate certificate) {}

    private record Certified(X509Certificate authority, X509Certificate certificate) {
        boolean verify() {
            if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
                return false;
            }
            try {
                certificate.verify(authority.getPublicKey());
                return true;
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    @Format("yuanhu-authorities-v1")
    private record AuthoritiesFile(
            String consortium, RegionCode province, CollectionEntry collection, List<AuthorityEntry> roles) {}

    private record CollectionEntry(String name, List<String> members) {}

    private record AuthorityEntry(Role role, String msp, String ca) {}
}
