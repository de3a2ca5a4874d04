package org.yuanhu.chaincode.recognition;

import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;
import org.yuanhu.vocabulary.SchemeId;

/**
 * The steps by which products are recognised.
 */
@Format("yuanhu-scheme-v1")
public record Scheme(SchemeId id, String name, List<Step> steps) {

    /**
     * Refuses days of validity with any step but the last, and the last without them.
     *
     * @throws Refused RC-07
     */
    void mustHaveValidity(Step taken, Optional<Validity> validity) {
        Step last = steps.get(steps.size() - 1);
        if (taken.equals(last) != validity.isPresent()) {
            throw Refused.of(Rule.RC_07, "last", last.name());
        }
    }
}
