package org.yuanhu.clientapi.imports.table;

import java.util.List;
import java.util.Optional;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.Gtin;
import org.yuanhu.vocabulary.LabelClass;
import org.yuanhu.vocabulary.Lot;
import org.yuanhu.vocabulary.RecognitionId;
import org.yuanhu.vocabulary.Rule;
import org.yuanhu.vocabulary.RunNumber;

/**
 * A print run.
 *
 * @param expected the rule by which the table says it must be refused; a run that should be printed has none
 */
public record PrintWish(
        ActId id,
        int row,
        RunNumber run,
        Gtin gtin,
        Lot lot,
        LabelClass labelClass,
        int count,
        List<RecognitionId> recognitions,
        Optional<Rule> expected)
        implements Wish {
    @Override
    public List<Integer> rows() {
        return List.of(row);
    }

    @Override
    public String chain() {
        return gtin + "/" + lot;
    }
}
