package org.yuanhu.chaincode.ceiling;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.time.Season;

/**
 * What one hectare can bear in a season.
 */
@Format("yuanhu-yield-v1")
public record Yield(CommodityCode commodity, Season season, Quantity perHectare) {}
