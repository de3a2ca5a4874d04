package org.yuanhu.chaincode.ceiling;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.Words;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.CommodityCode;
import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.HouseholdId;
import org.yuanhu.vocabulary.Limits;
import org.yuanhu.vocabulary.Quantity;
import org.yuanhu.vocabulary.Season;

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
    /** @throws org.yuanhu.vocabulary.Refused FM-26, FM-29 */
    public Allot {
        Words.mustBeAtLeast("page", page, 0);
        Limits.mustHold("page", page, Ceiling.LARGEST_PAGE);
    }

    @Override
    public Operation operation() {
        return Operation.ALLOT;
    }
}
