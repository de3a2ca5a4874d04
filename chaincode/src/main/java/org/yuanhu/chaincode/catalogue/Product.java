package org.yuanhu.chaincode.catalogue;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * A cooperative's product.
 */
@Format("yuanhu-product-v1")
public record Product(Gtin gtin, CommodityCode commodity, String name, Quantity netContent, CreditCode cooperative) {

    /**
     * What so many of it hold together, and as many labels stand for.
     *
     * @throws org.yuanhu.vocabulary.rule.RefusedException FM-11 more than any quantity can be
     */
    public Quantity contentOf(int items) {
        return netContent.times(items);
    }
}
