package org.yuanhu.chaincode.registry;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * A cooperative as admitted.
 */
@Format("yuanhu-cooperative-v1")
public record Cooperative(CreditCode code, String name, RegionCode county) {}
