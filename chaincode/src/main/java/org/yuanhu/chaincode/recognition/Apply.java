package org.yuanhu.chaincode.recognition;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * A cooperative applies for the recognition of a product made from one county's goods.
 */
public record Apply(
        ActId id, RecognitionId recognition, SchemeId scheme, Gtin gtin, CreditCode cooperative, RegionCode county)
        implements Act {
    @Override
    public Operation operation() {
        return Operation.APPLY;
    }
}
