package org.yuanhu.chaincode.recognition;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.SchemeId;

/**
 * Defines the steps by which products are recognised.
 *
 * @param steps 2 to 8, in order, no two of one name, of the government and the platform or of all three levels of the government; the
 *     last one grants
 * @param requirement what it wants of the goods that labels are printed for
 */
public record DefineScheme(
        ActId id,
        SchemeId scheme,
        String name,
        List<Step> steps,
        @JsonUnwrapped Requirement requirement) implements Act {
    public DefineScheme {
        steps = List.copyOf(steps);
    }

    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-26, FM-34, FM-29, RC-10, RC-11, RC-12 */
    @Override
    public void validate() {
        FieldRules.mustBeText("name", name, FieldRules.NAME);
        FieldRules.mustHaveSome("steps", steps, Step.MOST);
        FieldRules.mustEachBeValid("steps", steps);
        Step.mustBeDistinct(steps);
        Step.mustBeOfSeveral(steps);
        requirement.validate();
    }

    @Override
    public Operation operation() {
        return Operation.DEFINE_SCHEME;
    }
}
