package org.yuanhu.chaincode.recognition;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.Gtin;
import org.yuanhu.vocabulary.RecognitionId;
import org.yuanhu.vocabulary.RegionCode;
import org.yuanhu.vocabulary.SchemeId;

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
