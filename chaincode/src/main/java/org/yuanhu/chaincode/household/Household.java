package org.yuanhu.chaincode.household;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A household as its county vouches for it.
 *
 * @param consents fields that may be disclosed, sorted
 * @param vouchedBy the holder who vouched, as in {@link org.yuanhu.chaincode.access.Author#holder}
 */
@Format("yuanhu-household-v1")
public record Household(
        HouseholdId id,
        RegionCode county,
        Status status,
        List<CategoryPeriod> categories,
        List<PersonDigest> digests,
        List<FieldName> consents,
        Hash vouchedBy) {

    static Household vouched(Vouch act, Hash by) {
        return new Household(
                act.household(), act.county(), Status.VOUCHED, act.categories(), act.digests(), List.of(), by);
    }

    Household with(Status other) {
        return new Household(id, county, other, categories, digests, consents, vouchedBy);
    }

    /** @throws RefusedException HH-09 there is no such field */
    Household consenting(FieldName field, boolean given) {
        digest(field);
        TreeMap<String, FieldName> changed = new TreeMap<>();
        consents.forEach(consent -> changed.put(consent.value(), consent));
        if (given) {
            changed.put(field.value(), field);
        } else {
            changed.remove(field.value());
        }
        return new Household(id, county, status, categories, digests, List.copyOf(changed.values()), vouchedBy);
    }

    /**
     * The digest of a private field.
     *
     * @throws RefusedException HH-09 there is no such field
     */
    Hash digest(FieldName field) {
        return digests.stream()
                .filter(digest -> digest.field().equals(field))
                .map(PersonDigest::digest)
                .findFirst()
                .orElseThrow(() -> RefusedException.by(Rule.HH_09)
                        .with("household", id.value())
                        .with("name", field.value())
                        .build());
    }

    /** The digest of a field the household consents to being told; empty without consent, or without such a field. */
    public Optional<Hash> consented(FieldName field) {
        return consents.contains(field) ? Optional.of(digest(field)) : Optional.empty();
    }

    /**
     * Refuses a household that the county does not stand by now.
     *
     * @throws RefusedException HH-02 it is suspended, HH-03 the county withdrew its word
     */
    public void mustBeInForce() {
        if (status == Status.SUSPENDED) {
            throw RefusedException.by(Rule.HH_02).with("household", id.value()).build();
        }
        mustNotBeWithdrawn();
    }

    /** @throws RefusedException HH-03 */
    void mustNotBeWithdrawn() {
        if (status == Status.WITHDRAWN) {
            throw RefusedException.by(Rule.HH_03).with("household", id.value()).build();
        }
    }

    /** @throws RefusedException HH-03, HH-08 it is not suspended */
    void mustBeSuspended() {
        mustNotBeWithdrawn();
        if (status != Status.SUSPENDED) {
            throw RefusedException.by(Rule.HH_08).with("household", id.value()).build();
        }
    }
}
