package org.yuanhu.chaincode.household;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.label.Salt;

/**
 * One private field, told with consent, with the salt that ties it to its public digest.
 */
@Format("yuanhu-disclosure-v1")
public record Disclosure(HouseholdId household, FieldName field, String value, Salt salt, Hash digest) {}
