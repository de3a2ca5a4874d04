package org.yuanhu.chaincode.household;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

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
     * @throws RefusedException HH-01 nobody vouches for it
     */
    public Household known(HouseholdId id) {
        return state.find(TABLE, id)
                .orElseThrow(() -> RefusedException.by(Rule.HH_01)
                        .with("household", id.value())
                        .build());
    }

    /**
     * The household, which its county must stand by now.
     *
     * @throws RefusedException HH-01, HH-02 it is suspended, HH-03 the county withdrew its word
     */
    public Household inForce(HouseholdId id) {
        Household household = known(id);
        household.mustBeInForce();
        return household;
    }

    void vouch(Household household) {
        if (state.has(TABLE, household.id())) {
            throw RefusedException.by(Rule.HH_04)
                    .with("household", household.id().value())
                    .build();
        }
        put(household);
    }

    void put(Household household) {
        state.put(TABLE, household, household.id());
    }
}
