package org.yuanhu.clientapi.label;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * What a clerk orders: labels for a batch. The server adds the secret and the root.
 *
 * @param id made by the client; sent again with the same content it finishes the same run
 * @param run absent: the next free number in the cooperative's blocks
 * @param count of labels, 1 to {@link Limits#LABELS_A_RUN}
 * @param recognitions one in force for every county whose recognised goods are in the batch
 */
public record PrintRunOrder(
        ActId id,
        Optional<RunNumber> run,
        Gtin gtin,
        Lot lot,
        @JsonProperty("class") LabelClass labelClass,
        int count,
        List<RecognitionId> recognitions) {
    /** @throws RefusedException LB-06 */
    public PrintRunOrder {
        AssignRun.mustBeARun(count);
        recognitions = List.copyOf(recognitions);
    }
}
