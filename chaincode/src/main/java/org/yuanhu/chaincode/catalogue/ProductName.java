package org.yuanhu.chaincode.catalogue;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * The product of a cooperative whose name looks so. No other of the cooperative may be called what looks the same.
 *
 * @param name as the product was registered under
 */
@Format("yuanhu-product-name-v1")
public record ProductName(CreditCode cooperative, String name, Gtin gtin) {}
