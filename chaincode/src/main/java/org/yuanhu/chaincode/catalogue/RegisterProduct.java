package org.yuanhu.chaincode.catalogue;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.Words;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.CommodityCode;
import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.Gtin;
import org.yuanhu.vocabulary.Quantity;

/**
 * A cooperative registers a product of its own.
 *
 * @param netContent what one item holds, in the commodity's unit
 */
public record RegisterProduct(
        ActId id, Gtin gtin, CommodityCode commodity, String name, Quantity netContent, CreditCode cooperative)
        implements Act {
    /** @throws org.yuanhu.vocabulary.Refused FM-34, FM-29 */
    public RegisterProduct {
        Words.mustBeText("name", name, Words.NAME);
        Words.mustBeAtLeast("netContent", netContent.value(), 1);
    }

    @Override
    public Operation operation() {
        return Operation.REGISTER_PRODUCT;
    }
}
