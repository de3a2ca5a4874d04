package org.yuanhu.chaincode.recognition;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.RecognitionId;

/**
 * Revokes a recognition, or a wish for one. Labels printed under it say so from now on.
 */
public record Revoke(ActId id, RecognitionId recognition, String reason) implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-34 */
    @Override
    public void validate() {
        FieldRules.mustBeText("reason", reason, FieldRules.REASON);
    }

    @Override
    public Operation operation() {
        return Operation.REVOKE;
    }
}
