package org.yuanhu.clientapi.household;

import org.yuanhu.vocabulary.id.HouseholdId;

/** Whatever on this server may hold something of who a household is; told when one is erased on the ledger. */
public interface ForgetsHouseholds {
    /** Deletes all it holds of this household for good; doing it again changes nothing. */
    void forget(HouseholdId household);
}
