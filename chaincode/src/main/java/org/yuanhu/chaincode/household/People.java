package org.yuanhu.chaincode.household;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.ledger.PrivateData;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Who households are: three private keys each, the person, the list of digests, and the family that leads to the household. */
final class People {
    private final PrivateData data;

    People(YuanhuContext ledger) {
        this.data = ledger.people();
    }

    /** @throws RefusedException HH-11 there is none, or it was erased */
    PrivatePerson person(HouseholdId household) {
        return find(household)
                .orElseThrow(() -> RefusedException.by(Rule.HH_11)
                        .with("household", household.value())
                        .build());
    }

    /**
     * Stores a person. The same person again is stored again: a transaction that wrote nothing to the collection would need the
     * endorsement of organisations that may not see it.
     *
     * @return whether it was there already
     * @throws RefusedException HH-07 the household is enrolled with other content, HH-06 the family has another household
     */
    boolean enrol(PrivatePerson person, Digests digests) {
        Optional<PrivatePerson> earlier = find(person.household());
        if (earlier.isPresent() && !earlier.get().equals(person)) {
            throw RefusedException.by(Rule.HH_07)
                    .with("household", person.household().value())
                    .build();
        }
        mustBeFirstOfFamily(person);
        data.put(personKey(person.household()), Json.write(person));
        data.put(digestsKey(person.household()), Json.write(digests));
        data.put(familyKey(person.family()), person.household().value());
        return earlier.isPresent();
    }

    private void mustBeFirstOfFamily(PrivatePerson person) {
        Optional<String> enrolled = data.find(familyKey(person.family()));
        if (enrolled.isPresent() && !enrolled.get().equals(person.household().value())) {
            throw RefusedException.by(Rule.HH_06)
                    .with("household", enrolled.get())
                    .build();
        }
    }

    /**
     * Holds what is said in public of an enrolment, by which county and with which digests, against the private record of it, by the hash
     * that every peer has.
     *
     * @throws RefusedException HH-05
     */
    void mustHaveDigests(HouseholdId household, Digests digests) {
        Hash told = Hash.sha256(Json.write(digests).getBytes(StandardCharsets.UTF_8));
        if (!data.hash(digestsKey(household)).equals(Optional.of(told))) {
            throw RefusedException.by(Rule.HH_05)
                    .with("household", household.value())
                    .build();
        }
    }

    /** Removes all three keys, with their history. */
    void erase(PrivatePerson person) {
        data.purge(personKey(person.household()));
        data.purge(digestsKey(person.household()));
        data.purge(familyKey(person.family()));
    }

    /** The key a client sent beside the proposal, to seal the answer under. */
    DisclosureKey sentKey() {
        return new DisclosureKey(data.sent(DisclosureKey.NAME));
    }

    /** The person a client sent beside the proposal. */
    Person sent() {
        return Json.read(data.sent("person"), Person.class);
    }

    private Optional<PrivatePerson> find(HouseholdId household) {
        return data.find(personKey(household))
                .map(text -> Json.stored(personKey(household), text, PrivatePerson.class));
    }

    private static String personKey(HouseholdId household) {
        return "person/" + household.value();
    }

    private static String digestsKey(HouseholdId household) {
        return "digests/" + household.value();
    }

    private static String familyKey(Hash family) {
        return "family/" + family.value();
    }

    /**
     * What of an enrolment the public act must repeat: every peer has its hash, and so can tell whether an act repeats it. What was enrolled
     * with a bare list of digests and not vouched for yet is enrolled again first.
     *
     * @param county which enrolled the household, and alone may vouch for it
     * @param fields one digest per private field, sorted by field
     */
    @Format("yuanhu-digests-v2")
    record Digests(RegionCode county, List<PersonDigest> fields) {}
}
