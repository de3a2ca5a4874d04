package org.yuanhu.chaincode.allotment;

import java.util.List;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * What an allotment repeats of its household, so that a sheet need not read it.
 *
 * @param categories with their days
 */
public record Grower(RegionCode county, List<CategoryPeriod> categories) {}
