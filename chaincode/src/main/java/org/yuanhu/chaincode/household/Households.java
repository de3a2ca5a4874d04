package org.yuanhu.chaincode.household;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.HouseholdId;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/** The households vouched for so far. */
public final class Households {
    /** By id. */
    public static final Table<Household> TABLE = new Table<>("household", Household.class, 1);

    private final State state;

    public Households(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * The household, however it stands.
     *
     * @throws Refused HH-01 nobody vouches for it
     */
    public Household known(HouseholdId id) {
        return state.find(TABLE, id).orElseThrow(() -> Refused.of(Rule.HH_01, "household", id.value()));
    }

    /**
     * The household, which its county must stand by now.
     *
     * @throws Refused HH-01, HH-02 it is suspended, HH-03 the county withdrew its word
     */
    public Household inForce(HouseholdId id) {
        Household household = known(id);
        household.mustBeInForce();
        return household;
    }

    void vouch(Household household) {
        if (state.has(TABLE, household.id())) {
            throw Refused.of(Rule.HH_04, "household", household.id().value());
        }
        put(household);
    }

    void put(Household household) {
        state.put(TABLE, household, household.id());
    }
}
