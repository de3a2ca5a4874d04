package org.yuanhu.chaincode.household;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;

/**
 * A county lifts a suspension. Allotments ended by it are not revived: the county allots again.
 */
public record Reinstate(ActId id, HouseholdId household, String reason) implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-34 */
    @Override
    public void validate() {
        FieldRules.mustBeText("reason", reason, FieldRules.REASON);
    }

    @Override
    public Operation operation() {
        return Operation.REINSTATE;
    }
}
