package org.yuanhu.chaincode.recognition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * One step of a scheme.
 *
 * @param role whoever takes the step must have: an officer's or the platform's
 */
public record Step(String name, Role role) implements Incoming {
    /** Steps of one scheme. */
    static final int MOST = 8;

    private static final int LEVELS = RegionCode.Level.values().length;

    /** @throws RefusedException FM-34, RC-11 it is for neither an officer nor the platform */
    @Override
    public void validate() {
        FieldRules.mustBeText("name", name, FieldRules.NAME);
        mustNotBeOfWhoGains();
    }

    /** Whoever sells under a recognition, or inspects what is sold under it, has no part in granting it. */
    private void mustNotBeOfWhoGains() {
        if (role.level().isEmpty() && role != Role.PLATFORM_OPERATOR) {
            throw RefusedException.by(Rule.RC_11)
                    .with("step", name)
                    .with("role", role.text())
                    .build();
        }
    }

    /**
     * Refuses steps that one organisation, or one level of it with another, could take alone: they are of the government and the
     * platform, or of all three levels of the government.
     *
     * @throws RefusedException RC-11, RC-12
     */
    static void mustBeOfSeveral(List<Step> steps) {
        steps.forEach(Step::mustNotBeOfWhoGains);
        Set<Role> roles = new TreeSet<>();
        steps.forEach(step -> roles.add(step.role));
        boolean twoOrganisations = roles.contains(Role.PLATFORM_OPERATOR) && roles.size() > 1;
        boolean threeLevels = roles.size() - (roles.contains(Role.PLATFORM_OPERATOR) ? 1 : 0) == LEVELS;
        if (!twoOrganisations && !threeLevels) {
            throw RefusedException.by(Rule.RC_12)
                    .with("found", roles.stream().map(Role::text).collect(Collectors.joining(", ")))
                    .build();
        }
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
