package org.yuanhu.chaincode.household;

import java.util.List;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.id.HouseholdId;

/**
 * What a private enrolment is answered with: the digests that the public act must carry.
 */
@Format("yuanhu-enrolment-v1")
public record Enrolment(HouseholdId household, boolean repeated, List<PersonDigest> digests) {}
