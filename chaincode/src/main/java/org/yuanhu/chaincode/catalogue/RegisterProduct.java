package org.yuanhu.chaincode.catalogue;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * A cooperative registers a product of its own.
 *
 * @param netContent what one item holds, in the commodity's unit
 */
public record RegisterProduct(
        ActId id, Gtin gtin, CommodityCode commodity, String name, Quantity netContent, CreditCode cooperative)
        implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-34, FM-29 */
    @Override
    public void validate() {
        FieldRules.mustBeText("name", name, FieldRules.NAME);
        FieldRules.mustBeAtLeast("netContent", netContent.value(), 1);
    }

    @Override
    public Operation operation() {
        return Operation.REGISTER_PRODUCT;
    }
}
