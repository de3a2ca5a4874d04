package org.yuanhu.chaincode.allotment;

import java.util.List;
import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.time.Season;

/** The ceilings proposed and confirmed so far. */
public final class Ceilings {
    /** By household, commodity and season. */
    public static final Table<Ceiling> TABLE = new Table<>("ceiling", Ceiling.class, 3);

    private final State state;

    public Ceilings(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /** The ceiling, or one that nobody has proposed yet. */
    public Ceiling of(HouseholdId household, CommodityCode commodity, Season season) {
        return state.find(TABLE, household, commodity, season)
                .orElseGet(() -> Ceiling.none(household, commodity, season));
    }

    /** All ceilings of a household. */
    List<Ceiling> of(HouseholdId household) {
        return state.all(TABLE, household);
    }

    /** Stores a ceiling. */
    public void put(Ceiling ceiling) {
        state.put(TABLE, ceiling, ceiling.household(), ceiling.commodity(), ceiling.season());
    }
}
