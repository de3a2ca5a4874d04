package org.yuanhu.chaincode.recognition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.act.Words;
import org.yuanhu.vocabulary.RecognitionId;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/**
 * One step of a scheme.
 *
 * @param role whoever takes the step must have
 */
public record Step(String name, Role role) {
    /** Steps of one scheme. */
    static final int MOST = 8;

    /** @throws Refused FM-34 */
    public Step {
        Words.mustBeText("name", name, Words.NAME);
    }

    /** Refuses two steps of one name: an act names the step it takes. */
    static List<Step> distinct(List<Step> steps) {
        Set<String> names = new HashSet<>();
        for (Step step : steps) {
            if (!names.add(step.name)) {
                throw Refused.of(Rule.RC_10, "step", step.name);
            }
        }
        return steps;
    }

    /** @throws Refused RC-05 another step was named */
    void mustBe(String named, RecognitionId recognition) {
        if (!name.equals(named)) {
            throw Refused.of(Rule.RC_05, "recognition", recognition.value(), "next", name, "step", named);
        }
    }

    /** @throws Refused RC-06 */
    void mustBeTakenBy(Role caller) {
        if (caller != role) {
            throw Refused.of(Rule.RC_06, "step", name, "needed", role.text(), "role", caller.text());
        }
    }
}
