package org.yuanhu.chaincode.ceiling;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.time.Season;

/**
 * Another officer confirms what was proposed; only then it holds.
 *
 * @param amount exactly what was proposed, so that nobody confirms what they have not seen
 */
public record Confirm(ActId id, HouseholdId household, CommodityCode commodity, Season season, Quantity amount)
        implements Act {
    @Override
    public Operation operation() {
        return Operation.CONFIRM;
    }
}
