package org.yuanhu.chaincode.allotment;

import java.time.Instant;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Quantity;

/**
 * A ceiling proposed and not yet confirmed.
 *
 * @param area square metres
 * @param by the holder who proposed
 */
public record Proposal(Quantity amount, long area, Hash by, Instant at) {}
