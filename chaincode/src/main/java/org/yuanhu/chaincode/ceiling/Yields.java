package org.yuanhu.chaincode.ceiling;

import java.math.BigInteger;
import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Season;

/** What one hectare can bear, as the province has set it. */
public final class Yields {
    /** By commodity and season. */
    public static final Table<Yield> TABLE = new Table<>("yield", Yield.class, 2);

    private static final BigInteger SQUARE_METRES_A_HECTARE = BigInteger.valueOf(10_000);

    private final State state;

    public Yields(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * Refuses more than the plots can bear: area × yield, rounded down.
     *
     * @throws RefusedException CL-01 the province has set no yield, CL-02
     */
    void mustBeBorneBy(long area, CommodityCode commodity, Season season, Quantity amount) {
        Yield yield = state.find(TABLE, commodity, season)
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
        state.put(TABLE, yield, yield.commodity(), yield.season());
    }
}
