package org.yuanhu.chaincode.allotment;

import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * What of a ceiling is allotted to one cooperative, and in which page.
 */
public record CooperativeShare(CreditCode cooperative, int page, Quantity amount) {}
