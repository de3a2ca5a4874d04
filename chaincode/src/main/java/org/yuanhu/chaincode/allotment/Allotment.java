package org.yuanhu.chaincode.allotment;

import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * What one cooperative may take in from one household.
 *
 * @param county of the household, so that a sheet needs no read of it
 * @param allotted at most this much, in all; of one that ended, what was taken
 * @param taken so much was taken in already
 * @param ended why it no longer holds; absent while it does
 * @param categories of the household, with their days, for the same reason as its county; absent in entries of former days
 */
public record Allotment(
        HouseholdId household,
        RegionCode county,
        Quantity allotted,
        Quantity taken,
        Optional<Ended> ended,
        Optional<List<CategoryPeriod>> categories) {

    /** Nothing allotted yet. */
    static Allotment none(HouseholdId household, Grower grower, Unit unit) {
        Quantity none = Quantity.zero(unit);
        return new Allotment(
                household, grower.county(), none, none, Optional.empty(), Optional.of(grower.categories()));
    }

    /** With so much more taken in, whether or not it is allotted. */
    public Allotment taking(Quantity more) {
        return new Allotment(household, county, allotted, taken.plus(more), ended, categories);
    }

    /**
     * Refuses one of which more was taken in than is allotted.
     *
     * @param line the number of the line that took last, for the refusal
     * @param commodity whose allotment it is, for the refusal
     * @throws RefusedException MB-01
     */
    public void mustCover(int line, CommodityCode commodity) {
        if (taken.isMoreThan(allotted)) {
            throw RefusedException.by(Rule.MB_01)
                    .with("line", line)
                    .with("taken", taken.value())
                    .with("unit", taken.unit().text())
                    .with("commodity", commodity.value())
                    .with("household", household.value())
                    .with("allotted", allotted.value())
                    .build();
        }
    }

    Allotment allotting(Quantity amount, List<CategoryPeriod> ofGrower) {
        return new Allotment(household, county, amount, taken, Optional.empty(), Optional.of(ofGrower));
    }

    /** What was not taken in goes back to the household's ceiling. */
    Allotment ending(Ended why) {
        return new Allotment(household, county, taken, taken, Optional.of(why), categories);
    }
}
