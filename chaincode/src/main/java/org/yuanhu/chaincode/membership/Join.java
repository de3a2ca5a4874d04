package org.yuanhu.chaincode.membership;

import java.time.LocalDate;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * A household becomes a member of a cooperative.
 */
public record Join(ActId id, CreditCode cooperative, HouseholdId household, LocalDate day) implements Act {
    @Override
    public Operation operation() {
        return Operation.JOIN;
    }
}
