package org.yuanhu.clientapi.imports.table;

import java.util.List;
import java.util.SortedMap;
import org.yuanhu.chaincode.household.CategoryPeriod;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.HouseholdId;
import org.yuanhu.vocabulary.RegionCode;

/**
 * A household: its person enrolled in private, then vouched for, and its consent noted.
 *
 * @param id of the public act
 * @param person the private fields by name; never logged
 * @param consents whether the display name may be shown
 */
public record EnrolmentWish(
        ActId id,
        int row,
        HouseholdId household,
        RegionCode county,
        SortedMap<String, String> person,
        CategoryPeriod category,
        boolean consents)
        implements Wish {
    @Override
    public List<Integer> rows() {
        return List.of(row);
    }

    @Override
    public String chain() {
        return household.value();
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "row " + row + ", household " + household;
    }
}
