package org.yuanhu.chaincode.ceiling;

import java.math.BigInteger;
import java.util.List;
import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Season;

/** The yields and ceilings set so far. */
public final class Ceilings {
    /** By commodity and season. */
    public static final Table<Yield> YIELDS = new Table<>("yield", Yield.class, 2);
    /** By household, commodity and season. */
    public static final Table<Ceiling> TABLE = new Table<>("ceiling", Ceiling.class, 3);

    private static final BigInteger SQUARE_METRES_A_HECTARE = BigInteger.valueOf(10_000);

    private final State state;

    public Ceilings(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /** The ceiling, or one that nobody has proposed yet. */
    Ceiling of(HouseholdId household, CommodityCode commodity, Season season) {
        return state.find(TABLE, household, commodity, season)
                .orElseGet(() -> Ceiling.none(household, commodity, season));
    }

    /** All ceilings of a household. */
    List<Ceiling> of(HouseholdId household) {
        return state.all(TABLE, household);
    }

    /**
     * Refuses more than the plots can bear: area × yield, rounded down.
     *
     * @throws RefusedException CL-01 the province has set no yield, CL-02
     */
    void mustBeBorneBy(long area, CommodityCode commodity, Season season, Quantity amount) {
        Yield yield = state.find(YIELDS, commodity, season)
                .orElseThrow(() -> RefusedException.by(Rule.CL_01)
                        .with("commodity", commodity.value())
                        .with("season", season.value())
                        .build());
        long bearable = BigInteger.valueOf(area)
                .multiply(BigInteger.valueOf(yield.perHectare().value()))
                .divide(SQUARE_METRES_A_HECTARE)
                .min(BigInteger.valueOf(Limits.QUANTITY))
                .longValueExact();
        Quantity limit = new Quantity(bearable, yield.perHectare().unit());
        if (amount.isMoreThan(limit)) {
            throw RefusedException.by(Rule.CL_02)
                    .with("amount", amount.value())
                    .with("unit", amount.unit().text())
                    .with("area", area)
                    .with("limit", limit.value())
                    .build();
        }
    }

    void put(Yield yield) {
        state.put(YIELDS, yield, yield.commodity(), yield.season());
    }

    void put(Ceiling ceiling) {
        state.put(TABLE, ceiling, ceiling.household(), ceiling.commodity(), ceiling.season());
    }
}
