package org.yuanhu.clientapi.household;

import java.util.Optional;
import org.yuanhu.vocabulary.id.HouseholdId;

/**
 * A household that is enrolled and vouched for.
 *
 * @param household its id
 * @param id of the public act
 * @param repeated true if the ledger had all of this already
 * @param privateTransaction the transaction that carried the person, 64 hex digits; none if it was there already
 * @param transactionId the transaction of the public act, 64 hex digits
 * @param block the number of the block the public act stands in
 */
public record Enrolled(
        HouseholdId household,
        String id,
        boolean repeated,
        Optional<String> privateTransaction,
        String transactionId,
        long block) {}
