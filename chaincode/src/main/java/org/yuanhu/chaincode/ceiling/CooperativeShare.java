package org.yuanhu.chaincode.ceiling;

import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.Quantity;

/**
 * What of a ceiling is allotted to one cooperative, and in which page.
 */
public record CooperativeShare(CreditCode cooperative, int page, Quantity amount) {}
