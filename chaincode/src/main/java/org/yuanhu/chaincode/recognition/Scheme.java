package org.yuanhu.chaincode.recognition;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The steps by which products are recognised.
 *
 * @param requirement what it wants of the goods; schemes defined in former days want what one that says nothing does
 */
@Format("yuanhu-scheme-v1")
public record Scheme(
        SchemeId id,
        String name,
        List<Step> steps,
        @JsonUnwrapped Requirement requirement) {

    /**
     * Refuses a scheme that was defined before a scheme had to have steps of several: it is still read, and no longer leads anywhere.
     *
     * @throws RefusedException RC-11, RC-12
     */
    Scheme inUse() {
        Step.mustBeOfSeveral(steps);
        return this;
    }

    /**
     * Refuses days of validity with any step but the last, and the last without them.
     *
     * @throws RefusedException RC-07
     */
    void mustHaveValidity(Step taken, Optional<Validity> validity) {
        Step last = steps.get(steps.size() - 1);
        if (taken.equals(last) != validity.isPresent()) {
            throw RefusedException.by(Rule.RC_07).with("last", last.name()).build();
        }
    }
}
