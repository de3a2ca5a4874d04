package org.yuanhu.chaincode.batch;

import java.time.LocalDate;
import java.util.List;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.Words;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.Gtin;
import org.yuanhu.vocabulary.Lot;
import org.yuanhu.vocabulary.Quantity;

/**
 * Packs a batch from whole intake lines.
 *
 * @param day of packing
 * @param inputs at most 1,000 lines in all, none twice
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
    /** @throws org.yuanhu.vocabulary.Refused FM-26, FM-29, BT-05 */
    public Pack {
        inputs = SheetLines.distinct(inputs);
        Words.mustBeAtLeast("packed", packed.value(), 1);
    }

    @Override
    public Operation operation() {
        return Operation.PACK;
    }
}
