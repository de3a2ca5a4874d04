package org.yuanhu.chaincode.household;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.id.HouseholdId;

/**
 * What an erasure is answered with.
 */
@Format("yuanhu-erasure-v1")
public record Erasure(HouseholdId household) {}
