package org.yuanhu.chaincode.registry;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * A province gives a cooperative a block of 100 run numbers to print labels under.
 */
public record AdmitRunBlock(ActId id, BlockNumber block, CreditCode cooperative) implements Act {
    @Override
    public Operation operation() {
        return Operation.ADMIT_RUN_BLOCK;
    }
}
