package org.yuanhu.chaincode.household;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;

/**
 * A {@link Disclosure} that only who asked can read, also where the question was submitted and stands in a block.
 *
 * @param nonce 24 lower-case hex digits
 * @param ciphertext lower-case hex, its last 32 digits the tag
 * @see DisclosureKey
 */
@Format("yuanhu-sealed-disclosure-v1")
public record SealedDisclosure(HouseholdId household, FieldName field, String nonce, String ciphertext) {}
