package org.yuanhu.chaincode.batch;

import java.util.List;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.vocabulary.goods.Quantity;

/**
 * What recognised lines of households of the same categories weigh together.
 *
 * @param categories which the households were of on the lines' days, all of them at once; empty if of none that is known
 */
public record CategoryWeight(List<Category> categories, Quantity weight) {}
