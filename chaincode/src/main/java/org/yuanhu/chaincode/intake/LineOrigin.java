package org.yuanhu.chaincode.intake;

import java.util.List;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * Where a line comes from, as its household stood on the line's day.
 *
 * @param county of the household
 * @param categories of the household on that day, each once and in order; empty if it was of none, or if the sheet is older than
 *     their being derived
 */
public record LineOrigin(RegionCode county, List<Category> categories) {}
