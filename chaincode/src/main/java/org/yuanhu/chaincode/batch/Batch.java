package org.yuanhu.chaincode.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * A batch as packed.
 *
 * @param quantity what was packed
 * @param recognised the part of it that comes from recognised lines, in proportion, rounded down
 * @param counties all its lines come from, sorted
 * @param recognisedCounties its recognised lines come from, sorted
 */
@Format("yuanhu-batch-v1")
public record Batch(
        Gtin gtin,
        Lot lot,
        CreditCode cooperative,
        Claim claim,
        Quantity quantity,
        Quantity recognised,
        Quantity loss,
        LocalDate packedOn,
        Instant enteredAt,
        LocalDate intakeFrom,
        LocalDate intakeTo,
        int lines,
        Confirmed confirmed,
        List<RegionCode> counties,
        List<RegionCode> recognisedCounties,
        Households households,
        Ancestors ancestors) {}
