package org.yuanhu.chaincode.recognition;

import java.util.Optional;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.RecognitionId;

/**
 * Takes the next step of a recognition; the last one grants it.
 *
 * @param step the name of the step taken, which must be the next one
 * @param validity from when to when it is granted: given with the last step and with no other
 */
public record Advance(ActId id, RecognitionId recognition, String step, Optional<Validity> validity) implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-33, FM-34, RC-13 */
    @Override
    public void validate() {
        FieldRules.mustBeText("step", step, FieldRules.NAME);
        validity.ifPresent(Validity::validate);
    }

    @Override
    public Operation operation() {
        return Operation.ADVANCE;
    }
}
