package org.yuanhu.chaincode.catalogue;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Unit;

/**
 * Something that is grown or made.
 */
@Format("yuanhu-commodity-v1")
public record Commodity(CommodityCode code, String name, Unit unit) {}
