package org.yuanhu.clientapi.label;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.Gtin;
import org.yuanhu.vocabulary.LabelClass;
import org.yuanhu.vocabulary.Limits;
import org.yuanhu.vocabulary.Lot;
import org.yuanhu.vocabulary.RecognitionId;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;
import org.yuanhu.vocabulary.RunNumber;

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
    /** @throws Refused LB-06 */
    public PrintRunOrder {
        if (count < 1 || count > Limits.LABELS_A_RUN) {
            throw Refused.of(Rule.LB_06, "field", "count", "count", count, "limit", Limits.LABELS_A_RUN);
        }
        recognitions = List.copyOf(recognitions);
    }
}
