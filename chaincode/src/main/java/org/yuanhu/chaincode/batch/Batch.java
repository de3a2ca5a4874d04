package org.yuanhu.chaincode.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
 * A batch as packed. Its groups are written without braces of their own, field after field.
 *
 * @param claim what it was said to be made of, and is
 * @param lines intake lines it was packed from
 * @param confirmed by whom
 */
@Format("yuanhu-batch-v1")
public record Batch(
        Gtin gtin,
        Lot lot,
        CreditCode cooperative,
        Claim claim,
        @JsonUnwrapped Weights weights,
        @JsonUnwrapped Packing packing,
        @JsonUnwrapped Weighing weighing,
        int lines,
        Confirmed confirmed,
        @JsonUnwrapped Origin origin) {

    /**
     * What it weighs, or counts.
     *
     * @param quantity what was packed
     * @param recognised the part of it that comes from recognised lines, in proportion, rounded down
     * @param loss what was lost while it was packed
     */
    public record Weights(Quantity quantity, Quantity recognised, Quantity loss) {}

    /**
     * When it was packed.
     *
     * @param day of packing, in China
     * @param enteredAt the time of the transaction that recorded it
     */
    public record Packing(@JsonProperty("packedOn") LocalDate day, Instant enteredAt) {}

    /**
     * When its lines were weighed.
     *
     * @param from the first day
     * @param to the last day
     */
    public record Weighing(
            @JsonProperty("intakeFrom") LocalDate from,
            @JsonProperty("intakeTo") LocalDate to) {}

    /**
     * Where its goods come from.
     *
     * @param counties of all its lines, sorted
     * @param recognisedCounties of its recognised lines, sorted
     */
    public record Origin(
            List<RegionCode> counties,
            List<RegionCode> recognisedCounties,
            Households households,
            Ancestors ancestors) {}
}
