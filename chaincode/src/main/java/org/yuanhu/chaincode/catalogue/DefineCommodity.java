package org.yuanhu.chaincode.catalogue;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.Words;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.CommodityCode;
import org.yuanhu.vocabulary.Unit;

/**
 * Defines something that is grown or made, and the unit it is weighed or counted in.
 */
public record DefineCommodity(ActId id, CommodityCode code, String name, Unit unit) implements Act {
    /** @throws org.yuanhu.vocabulary.Refused FM-34 */
    public DefineCommodity {
        Words.mustBeText("name", name, Words.NAME);
    }

    @Override
    public Operation operation() {
        return Operation.DEFINE_COMMODITY;
    }
}
