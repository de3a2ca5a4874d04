package org.yuanhu.chaincode.household;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;

/**
 * A household allows, or no longer allows, that one field of its private record is disclosed.
 *
 * @param field such as {@code displayName}
 */
public record Consent(ActId id, HouseholdId household, FieldName field, boolean given) implements Act {
    @Override
    public Operation operation() {
        return Operation.CONSENT;
    }
}
