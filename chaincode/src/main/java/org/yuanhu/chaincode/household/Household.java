package org.yuanhu.chaincode.household;

import java.util.List;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.HouseholdId;
import org.yuanhu.vocabulary.RegionCode;
import org.yuanhu.vocabulary.label.FieldName;

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
        Hash vouchedBy) {}
