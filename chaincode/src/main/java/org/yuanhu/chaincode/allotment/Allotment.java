package org.yuanhu.chaincode.allotment;

import java.util.Optional;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * What one cooperative may take in from one household.
 *
 * @param county of the household, so that a sheet needs no read of it
 * @param allotted at most this much, in all; of one that ended, what was taken
 * @param taken so much was taken in already
 * @param ended why it no longer holds; absent while it does
 */
public record Allotment(
        HouseholdId household, RegionCode county, Quantity allotted, Quantity taken, Optional<Ended> ended) {

    /** With so much more taken in, whether or not it is allotted. */
    public Allotment taking(Quantity more) {
        return new Allotment(household, county, allotted, taken.plus(more), ended);
    }

    Allotment allotting(Quantity amount) {
        return new Allotment(household, county, amount, taken, Optional.empty());
    }

    /** What was not taken in goes back to the household's ceiling. */
    Allotment ending(Ended why) {
        return new Allotment(household, county, taken, taken, Optional.of(why));
    }
}
