package org.yuanhu.chaincode.ceiling;

import java.math.BigInteger;
import java.util.List;
import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.CommodityCode;
import org.yuanhu.vocabulary.HouseholdId;
import org.yuanhu.vocabulary.Limits;
import org.yuanhu.vocabulary.Quantity;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;
import org.yuanhu.vocabulary.Season;

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
     * @throws Refused CL-01 the province has set no yield, CL-02
     */
    void mustBeBorneBy(long area, CommodityCode commodity, Season season, Quantity amount) {
        Yield yield = state.find(YIELDS, commodity, season)
                .orElseThrow(() -> Refused.of(Rule.CL_01, "commodity", commodity.value(), "season", season.value()));
        long bearable = BigInteger.valueOf(area)
                .multiply(BigInteger.valueOf(yield.perHectare().value()))
                .divide(SQUARE_METRES_A_HECTARE)
                .min(BigInteger.valueOf(Limits.QUANTITY))
                .longValueExact();
        Quantity limit = new Quantity(bearable, yield.perHectare().unit());
        if (amount.isMoreThan(limit)) {
            throw Refused.of(
                    Rule.CL_02,
                    "amount",
                    amount.value(),
                    "unit",
                    amount.unit().text(),
                    "area",
                    area,
                    "limit",
                    limit.value());
        }
    }

    void put(Yield yield) {
        state.put(YIELDS, yield, yield.commodity(), yield.season());
    }

    void put(Ceiling ceiling) {
        state.put(TABLE, ceiling, ceiling.household(), ceiling.commodity(), ceiling.season());
    }
}
