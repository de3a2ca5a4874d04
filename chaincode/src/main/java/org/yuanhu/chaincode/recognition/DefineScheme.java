package org.yuanhu.chaincode.recognition;

import java.util.List;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.Words;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.SchemeId;

/**
 * Defines the steps by which products are recognised.
 *
 * @param steps 1 to 8, in order, no two of one name; the last one grants
 */
public record DefineScheme(ActId id, SchemeId scheme, String name, List<Step> steps) implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-26, FM-34, FM-29, RC-10 */
    public DefineScheme {
        Words.mustBeText("name", name, Words.NAME);
        steps = Step.distinct(Words.some("steps", steps, Step.MOST));
    }

    @Override
    public Operation operation() {
        return Operation.DEFINE_SCHEME;
    }
}
