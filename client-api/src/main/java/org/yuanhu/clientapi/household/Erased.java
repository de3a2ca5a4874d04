package org.yuanhu.clientapi.household;

import java.util.Optional;
import org.yuanhu.vocabulary.id.HouseholdId;

/**
 * A household whose person is no longer known here.
 *
 * @param transactionId the purging transaction, 64 hex digits
 */
public record Erased(HouseholdId household, Optional<String> transactionId) {}
