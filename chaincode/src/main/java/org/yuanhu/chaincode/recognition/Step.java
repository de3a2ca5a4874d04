package org.yuanhu.chaincode.recognition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * One step of a scheme.
 *
 * @param role whoever takes the step must have
 */
public record Step(String name, Role role) implements Incoming {
    /** Steps of one scheme. */
    static final int MOST = 8;

    /** @throws RefusedException FM-34 */
    @Override
    public void validate() {
        FieldRules.mustBeText("name", name, FieldRules.NAME);
    }

    /** Refuses two steps of one name: an act names the step it takes. */
    static void mustBeDistinct(List<Step> steps) {
        Set<String> names = new LinkedHashSet<>();
        for (Step step : steps) {
            if (!names.add(step.name)) {
                throw RefusedException.by(Rule.RC_10).with("step", step.name).build();
            }
        }
    }

    /** @throws RefusedException RC-05 another step was named */
    void mustBe(String named, RecognitionId recognition) {
        if (!name.equals(named)) {
            throw RefusedException.by(Rule.RC_05)
                    .with("recognition", recognition.value())
                    .with("next", name)
                    .with("step", named)
                    .build();
        }
    }

    /** @throws RefusedException RC-06 */
    void mustBeTakenBy(Role caller) {
        if (caller != role) {
            throw RefusedException.by(Rule.RC_06)
                    .with("step", name)
                    .with("needed", role.text())
                    .with("role", caller.text())
                    .build();
        }
    }
}
