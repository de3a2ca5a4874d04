package org.yuanhu.chaincode.intake;

import java.util.List;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * What the chaincode read while it checked a sheet.
 *
 * @param counties of the households, line by line
 */
public record SheetOrigin(List<RegionCode> counties) {}
