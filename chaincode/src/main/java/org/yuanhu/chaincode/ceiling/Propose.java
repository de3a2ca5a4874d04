package org.yuanhu.chaincode.ceiling;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.allotment.Ceiling;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.time.Season;

/**
 * A county officer proposes how much of a commodity a household can harvest in a season.
 *
 * @param area of the plots, square metres
 * @param amount at most area × the province's yield
 */
public record Propose(
        ActId id, HouseholdId household, CommodityCode commodity, Season season, long area, Quantity amount)
        implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-26, FM-29 */
    @Override
    public void validate() {
        FieldRules.mustBeAtLeast("area", area, 1);
        Limits.mustHold("area", area, Ceiling.LARGEST_AREA);
    }

    @Override
    public Operation operation() {
        return Operation.PROPOSE;
    }
}
