package org.yuanhu.chaincode.registry;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * A block of run numbers and the cooperative it was given to.
 */
@Format("yuanhu-run-block-v1")
public record RunBlock(BlockNumber block, CreditCode cooperative) {}
