package org.yuanhu.clientapi.household;

import org.yuanhu.vocabulary.HouseholdId;

/**
 * A household whose person is no longer known here.
 *
 * @param transactionId the purging transaction, 64 hex digits
 * @param block the number of the block it stands in
 */
public record Erased(HouseholdId household, String transactionId, long block) {}
