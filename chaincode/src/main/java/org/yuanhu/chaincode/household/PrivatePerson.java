package org.yuanhu.chaincode.household;

import java.util.SortedMap;
import org.yuanhu.chaincode.json.Confidential;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.RegionCode;

/** A household's record in the private collection. */
@Confidential
@Format("yuanhu-person-v1")
record PrivatePerson(HouseholdId household, RegionCode county, Hash family, SortedMap<String, Person.Field> fields) {
    /** Tells nothing. */
    @Override
    public String toString() {
        return Confidential.UNTOLD;
    }
}
