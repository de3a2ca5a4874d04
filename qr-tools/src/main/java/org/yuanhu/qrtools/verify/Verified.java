package org.yuanhu.qrtools.verify;

import java.util.List;
import org.yuanhu.consortium.MspId;

/**
 * Evidence that passed every check.
 *
 * @param signers the organisations that signed the answer, each once, in the trust's order
 * @param doubts what still keeps it from being proof; empty is best
 */
public record Verified(List<MspId> signers, List<Doubt> doubts) {
    public Verified {
        signers = List.copyOf(signers);
        doubts = List.copyOf(doubts);
    }
}
