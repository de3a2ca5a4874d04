package org.yuanhu.chaincode.batch;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;

/**
 * What of a batch is not yet under a label.
 */
@Format("yuanhu-balance-v1")
public record Balance(Gtin gtin, Lot lot, Quantity left) {}
