package org.yuanhu.chaincode.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import org.hyperledger.fabric.contract.ClientIdentity;
import org.jspecify.annotations.Nullable;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.PersonId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Who calls, as the certificate that signed the proposal says and nothing else does. */
public final class Caller {
    private static final String ROLE = "yuanhu.role";
    private static final String REGION = "yuanhu.region";
    private static final String COOPERATIVE = "yuanhu.cooperative";
    private static final String PERSON = "yuanhu.person";

    /** No cooperative has this code: the certificate of a server of the cooperatives' organisation names it. */
    public static final CreditCode SERVERS_COOPERATIVE = new CreditCode("93520000999999999X");
    /** No county's code ends so: the certificate of a server of the government names, after its province, this. */
    public static final String SERVERS_COUNTY = "9999";

    private final Author author;
    private final Optional<PersonId> person;
    private final Hash subject;

    private Caller(Author author, Optional<PersonId> person, Hash subject) {
        this.author = author;
        this.person = person;
        this.subject = subject;
    }

    /**
     * Reads a caller out of a certificate.
     *
     * @throws RefusedException AC-01 no known role, AC-02 a role of another MSP, AC-03 not issued under the role's CA, AC-04 the region or
     *     cooperative the role needs is missing or wrong, or the person it names is of no form
     */
    public static Caller of(ClientIdentity identity, Authorities authorities) {
        String claimed = attribute(identity, ROLE);
        Role role = Role.of(claimed)
                .orElseThrow(() ->
                        RefusedException.by(Rule.AC_01).with("role", claimed).build());
        authorities.mustHaveIssued(identity, role);
        Optional<PersonId> person = person(identity, role);
        Hash subject = Hash.sha256(identity.getId().getBytes(UTF_8));
        Author author = new Author(
                identity.getMSPID(),
                role,
                role.seat() == Role.Seat.COOPERATIVE ? Optional.of(cooperative(identity, role)) : Optional.empty(),
                role.seat() == Role.Seat.REGION ? Optional.of(region(identity, role, authorities)) : Optional.empty(),
                person.map(known -> known.holder(identity.getMSPID())).orElse(subject),
                Hash.sha256(der(identity)));
        return new Caller(author, person, subject);
    }

    /** What acts carry of the caller. */
    public Author author() {
        return author;
    }

    /** The caller's role. */
    public Role role() {
        return author.role();
    }

    /** The region an officer acts in. */
    public Optional<RegionCode> region() {
        return author.region();
    }

    /** The cooperative a cooperative's role acts for. */
    public Optional<CreditCode> cooperative() {
        return author.cooperative();
    }

    /** Whether the certificate is no person's but a server's, which reads what its organisation may and acts for nowhere. */
    public boolean isServer() {
        return author.cooperative().filter(SERVERS_COOPERATIVE::equals).isPresent()
                || author.region()
                        .filter(region -> region.value().endsWith(SERVERS_COUNTY))
                        .isPresent();
    }

    /** Whether the same person did something before, also if that was recorded when certificates named no person yet. */
    public boolean is(Hash holder) {
        return author.holder().equals(holder) || subject.equals(holder);
    }

    /**
     * Refuses acts under a certificate that names no person: a second one of the same person could not be told from another's.
     *
     * @throws RefusedException AC-04
     */
    public void mustBeAPerson() {
        if (person.isEmpty()) {
            throw wrong(role(), PERSON, "");
        }
    }

    private static Optional<PersonId> person(ClientIdentity identity, Role role) {
        String named = attribute(identity, PERSON);
        try {
            return named.isEmpty() ? Optional.empty() : Optional.of(new PersonId(named));
        } catch (RefusedException malformed) {
            throw wrong(role, PERSON, named);
        }
    }

    private static CreditCode cooperative(ClientIdentity identity, Role role) {
        String code = attribute(identity, COOPERATIVE);
        try {
            return new CreditCode(code);
        } catch (RefusedException malformed) {
            throw wrong(role, COOPERATIVE, code);
        }
    }

    private static RegionCode region(ClientIdentity identity, Role role, Authorities authorities) {
        String code = attribute(identity, REGION);
        RegionCode region;
        try {
            region = new RegionCode(code);
        } catch (RefusedException malformed) {
            throw wrong(role, REGION, code);
        }
        boolean fits = role.level().equals(Optional.of(region.level())) && region.isWithin(authorities.province());
        if (!fits) {
            throw wrong(role, REGION, code);
        }
        return region;
    }

    private static RefusedException wrong(Role role, String attribute, String value) {
        return RefusedException.by(Rule.AC_04)
                .with("role", role.text())
                .with("attribute", attribute)
                .with("value", value)
                .build();
    }

    private static String attribute(ClientIdentity identity, String name) {
        @Nullable String value = identity.getAttributeValue(name);
        return value == null ? "" : value;
    }

    private static byte[] der(ClientIdentity identity) {
        try {
            return identity.getX509Certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was just read has no DER form", e);
        }
    }
}
