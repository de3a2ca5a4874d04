package org.yuanhu.chaincode.allotment;

import java.time.Instant;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Quantity;

/**
 * A ceiling as it was confirmed at one time.
 */
public record Revision(Quantity amount, long area, Hash proposedBy, Hash confirmedBy, Instant at) {}
