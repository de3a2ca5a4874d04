package org.yuanhu.qrtools.run;

import org.yuanhu.vocabulary.ConsortiumId;
import org.yuanhu.vocabulary.Gtin;
import org.yuanhu.vocabulary.LabelClass;
import org.yuanhu.vocabulary.Limits;
import org.yuanhu.vocabulary.Lot;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;
import org.yuanhu.vocabulary.RunNumber;

/**
 * What is public of a print run, its root aside.
 *
 * @param count 1 to {@link Limits#LABELS_A_RUN}
 */
public record PrintRun(ConsortiumId consortium, LabelClass labelClass, Gtin gtin, Lot lot, RunNumber run, int count) {

    /** @throws Refused LB-06 count out of range */
    public PrintRun {
        if (count < 1 || count > Limits.LABELS_A_RUN) {
            throw Refused.of(Rule.LB_06, "field", "count", "count", count, "limit", Limits.LABELS_A_RUN);
        }
    }
}
