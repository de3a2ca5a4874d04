package org.yuanhu.chaincode.membership;

import java.time.LocalDate;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.HouseholdId;

/**
 * A household becomes a member of a cooperative.
 */
public record Join(ActId id, CreditCode cooperative, HouseholdId household, LocalDate day) implements Act {
    @Override
    public Operation operation() {
        return Operation.JOIN;
    }
}
