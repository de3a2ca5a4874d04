package org.yuanhu.chaincode.label;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Assigns the labels of one print run to a batch.
 *
 * @param run in a block of the cooperative, never used before
 * @param count × the product's net content may not exceed what is left of the batch
 * @param root of the tree over the run's labels
 * @param recognitions one in force for every county whose recognised goods are in the batch
 */
public record AssignRun(
        ActId id,
        RunNumber run,
        Gtin gtin,
        Lot lot,
        @JsonProperty("class") LabelClass labelClass,
        int count,
        Hash root,
        List<RecognitionId> recognitions)
        implements Act {
    public AssignRun {
        recognitions = List.copyOf(recognitions);
    }

    /** @throws RefusedException LB-06, FM-26, FM-29 */
    @Override
    public void validate() {
        mustBeARun(count);
        FieldRules.mustHaveSome("recognitions", recognitions, Limits.COUNTIES_A_BATCH);
    }

    /**
     * Refuses a number of labels that no run has.
     *
     * @throws RefusedException LB-06
     */
    public static void mustBeARun(int count) {
        if (count < 1 || count > Limits.LABELS_A_RUN) {
            throw RefusedException.by(Rule.LB_06)
                    .with("field", "count")
                    .with("limit", Limits.LABELS_A_RUN)
                    .with("count", count)
                    .build();
        }
    }

    @Override
    public Operation operation() {
        return Operation.ASSIGN_RUN;
    }
}
