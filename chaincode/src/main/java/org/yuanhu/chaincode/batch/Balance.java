package org.yuanhu.chaincode.batch;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * What of a batch is not yet under a label.
 */
@Format("yuanhu-balance-v1")
public record Balance(Gtin gtin, Lot lot, Quantity left) {

    /**
     * Refuses labels that stand for more than is left.
     *
     * @param labels what they stand for together
     * @throws RefusedException MB-04
     */
    public void mustCover(Quantity labels) {
        if (labels.isMoreThan(left)) {
            throw RefusedException.by(Rule.MB_04)
                    .with("labels", labels.value())
                    .with("unit", labels.unit().text())
                    .with("left", left.value())
                    .build();
        }
    }

    /** With so much less left, which {@link #mustCover} allowed. */
    Balance without(Quantity labels) {
        return new Balance(gtin, lot, left.minus(labels));
    }
}
