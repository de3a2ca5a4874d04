package org.yuanhu.chaincode.household;

import java.util.List;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * A county officer vouches in public for a household whose person was enrolled in private before.
 *
 * @param categories what kind of household it is or was, with days
 * @param digests one digest per field of the private record, sorted by field; held against the private record's own list
 */
public record Vouch(
        ActId id, HouseholdId household, RegionCode county, List<CategoryPeriod> categories, List<PersonDigest> digests)
        implements Act {
    public Vouch {
        categories = List.copyOf(categories);
        digests = List.copyOf(digests);
    }

    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-26, FM-29, FM-33, HH-12 */
    @Override
    public void validate() {
        FieldRules.mustHaveSome("categories", categories, CategoryPeriod.MOST);
        FieldRules.mustEachBeValid("categories", categories);
        FieldRules.mustHaveSome("digests", digests, PersonDigest.MOST);
        PersonDigest.mustBeInOrder(digests);
    }

    @Override
    public Operation operation() {
        return Operation.VOUCH;
    }
}
