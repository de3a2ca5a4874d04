package org.yuanhu.chaincode.household;

import org.yuanhu.chaincode.json.Confidential;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.label.Salt;

/**
 * One private field, with the salt that ties it to its public digest.
 */
@Confidential
@Format("yuanhu-disclosure-v1")
public record Disclosure(HouseholdId household, FieldName field, String value, Salt salt, Hash digest) {
    /** Tells nothing. */
    @Override
    public String toString() {
        return Confidential.UNTOLD;
    }
}
