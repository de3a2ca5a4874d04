package org.yuanhu.chaincode.registry;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * The cooperative of a county whose name looks so. No other of the county may be called what looks the same.
 *
 * @param name as the cooperative was admitted under
 */
@Format("yuanhu-cooperative-name-v1")
public record CooperativeName(RegionCode county, String name, CreditCode cooperative) {}
