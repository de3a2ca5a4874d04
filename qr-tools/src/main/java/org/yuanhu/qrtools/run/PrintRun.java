package org.yuanhu.qrtools.run;

import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * What is public of a print run, its root aside.
 *
 * @param count 1 to {@link Limits#LABELS_A_RUN}
 */
public record PrintRun(ConsortiumId consortium, LabelClass labelClass, Gtin gtin, Lot lot, RunNumber run, int count) {

    /** @throws RefusedException LB-06 count out of range */
    public PrintRun {
        if (count < 1 || count > Limits.LABELS_A_RUN) {
            throw RefusedException.by(Rule.LB_06)
                    .with("field", "count")
                    .with("count", count)
                    .with("limit", Limits.LABELS_A_RUN)
                    .build();
        }
    }
}
