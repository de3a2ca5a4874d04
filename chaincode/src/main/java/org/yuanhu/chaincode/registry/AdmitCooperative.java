package org.yuanhu.chaincode.registry;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * A county, or its province, admits a cooperative.
 */
public record AdmitCooperative(ActId id, CreditCode code, String name, RegionCode county) implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-34 */
    @Override
    public void validate() {
        FieldRules.mustBeText("name", name, FieldRules.NAME);
    }

    @Override
    public Operation operation() {
        return Operation.ADMIT_COOPERATIVE;
    }
}
