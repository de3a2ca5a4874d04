package org.yuanhu.chaincode.ceiling;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.Words;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.CommodityCode;
import org.yuanhu.vocabulary.Quantity;
import org.yuanhu.vocabulary.Season;

/**
 * The province says how much of a commodity one hectare can bear in a season.
 */
public record SetYield(ActId id, CommodityCode commodity, Season season, Quantity perHectare) implements Act {
    /** @throws org.yuanhu.vocabulary.Refused FM-29 */
    public SetYield {
        Words.mustBeAtLeast("perHectare", perHectare.value(), 1);
    }

    @Override
    public Operation operation() {
        return Operation.SET_YIELD;
    }
}
