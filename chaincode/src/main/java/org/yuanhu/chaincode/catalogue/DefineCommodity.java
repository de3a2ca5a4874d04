package org.yuanhu.chaincode.catalogue;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ActId;

/**
 * Defines something that is grown or made, and the unit it is weighed or counted in.
 */
public record DefineCommodity(ActId id, CommodityCode code, String name, Unit unit) implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-34 */
    @Override
    public void validate() {
        FieldRules.mustBeText("name", name, FieldRules.NAME);
    }

    @Override
    public Operation operation() {
        return Operation.DEFINE_COMMODITY;
    }
}
