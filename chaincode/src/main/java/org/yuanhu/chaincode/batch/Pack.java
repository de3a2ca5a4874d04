package org.yuanhu.chaincode.batch;

import java.time.LocalDate;
import java.util.List;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * Packs a batch from whole intake lines.
 *
 * @param day of packing
 * @param inputs at most 1,000 lines in all of at most 40 sheets, none twice; the sheets have at most 2 MiB together
 * @param packed what is in the batch; packed + loss is what the lines weigh together, exactly
 * @param claim what the batch is said to be, which must be what its lines are
 */
public record Pack(
        ActId id,
        Gtin gtin,
        Lot lot,
        CreditCode cooperative,
        LocalDate day,
        List<SheetLines> inputs,
        Quantity packed,
        Quantity loss,
        Claim claim)
        implements Act {
    public Pack {
        inputs = List.copyOf(inputs);
    }

    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-26, FM-29, BT-05 */
    @Override
    public void validate() {
        SheetLines.mustBeDistinct(inputs);
        FieldRules.mustBeAtLeast("packed", packed.value(), 1);
    }

    @Override
    public Operation operation() {
        return Operation.PACK;
    }
}
