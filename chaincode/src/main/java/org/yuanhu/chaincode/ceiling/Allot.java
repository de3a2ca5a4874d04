package org.yuanhu.chaincode.ceiling;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.allotment.Ceiling;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.time.Season;

/**
 * Allots a part of a household's ceiling to one cooperative it sells through.
 *
 * @param page the page of the cooperative, commodity and season in which the allotment stands, 0 to 9999
 * @param amount takes the place of what was allotted before; never below what was taken in already
 */
public record Allot(
        ActId id,
        HouseholdId household,
        CommodityCode commodity,
        Season season,
        CreditCode cooperative,
        int page,
        Quantity amount)
        implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-26, FM-29 */
    @Override
    public void validate() {
        FieldRules.mustBeAtLeast("page", page, 0);
        Limits.mustHold("page", page, Ceiling.LARGEST_PAGE);
    }

    @Override
    public Operation operation() {
        return Operation.ALLOT;
    }
}
