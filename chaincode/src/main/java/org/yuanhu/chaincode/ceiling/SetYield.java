package org.yuanhu.chaincode.ceiling;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.time.Season;

/**
 * The province says how much of a commodity one hectare can bear in a season.
 */
public record SetYield(ActId id, CommodityCode commodity, Season season, Quantity perHectare) implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-29 */
    @Override
    public void validate() {
        FieldRules.mustBeAtLeast("perHectare", perHectare.value(), 1);
    }

    @Override
    public Operation operation() {
        return Operation.SET_YIELD;
    }
}
