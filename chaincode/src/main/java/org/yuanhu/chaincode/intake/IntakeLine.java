package org.yuanhu.chaincode.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.allotment.Ceiling;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * One weighing.
 *
 * @param quantity more than nothing, in the commodity's unit
 * @param grade as the cooperative grades, at most 20 characters; may be empty
 * @param day of weighing
 * @param page of the allotment it counts against: given for a recognised line, and for no other
 */
public record IntakeLine(
        HouseholdId household,
        CommodityCode commodity,
        Quantity quantity,
        String grade,
        LocalDate day,
        LineKind kind,
        Confirmation confirmed,
        Optional<Integer> page)
        implements Incoming {
    private static final int GRADE = 20;

    /** @throws RefusedException FM-26, FM-34, FM-29, IN-02 */
    @Override
    public void validate() {
        FieldRules.mustBeAtLeast("quantity", quantity.value(), 1);
        FieldRules.mustBeTextOrEmpty("grade", grade, GRADE);
        if (page.isPresent() != (kind == LineKind.RECOGNISED)) {
            throw RefusedException.by(Rule.IN_02).with("kind", kind.toString()).build();
        }
        if (page.isPresent()) {
            FieldRules.mustBeAtLeast("page", page.get(), 0);
            Limits.mustHold("page", page.get(), Ceiling.LARGEST_PAGE);
        }
    }
}
