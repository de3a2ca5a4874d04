package org.yuanhu.chaincode.ceiling;

import java.util.Optional;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.time.Season;

/**
 * Another officer confirms what was proposed; only then it holds. It names all that was proposed, so that nobody confirms what they have
 * not seen.
 *
 * @param area of the plots, square metres, exactly as proposed; acts recorded before it was asked for have none
 * @param amount exactly what was proposed
 */
public record Confirm(
        ActId id, HouseholdId household, CommodityCode commodity, Season season, Optional<Long> area, Quantity amount)
        implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException DC-03 */
    @Override
    public void validate() {
        FieldRules.mustBeGiven("area", area);
    }

    @Override
    public Operation operation() {
        return Operation.CONFIRM;
    }
}
