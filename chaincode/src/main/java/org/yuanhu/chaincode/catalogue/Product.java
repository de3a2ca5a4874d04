package org.yuanhu.chaincode.catalogue;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.CommodityCode;
import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.Gtin;
import org.yuanhu.vocabulary.Quantity;

/**
 * A cooperative's product.
 */
@Format("yuanhu-product-v1")
public record Product(Gtin gtin, CommodityCode commodity, String name, Quantity netContent, CreditCode cooperative) {}
