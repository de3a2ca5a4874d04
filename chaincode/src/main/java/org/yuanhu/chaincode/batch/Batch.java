package org.yuanhu.chaincode.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.time.Season;

/**
 * A batch as packed. Its groups are written without braces of their own, field after field.
 *
 * @param claim what it was said to be made of, and is
 * @param lines intake lines it was packed from
 * @param confirmed by whom
 * @param basis what its lines say; absent of batches packed in former days
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
        @JsonUnwrapped Origin origin,
        @JsonUnwrapped Optional<Basis> basis) {

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

    /**
     * What the lines say that the batch was packed from.
     *
     * @param seasons of their sheets, sorted
     * @param recognisedLines what the recognised ones weigh, before loss, by what their households were
     */
    public record Basis(List<Season> seasons, List<CategoryWeight> recognisedLines) {}

    /**
     * How much of the batch counts as recognised.
     *
     * @param counts whether goods of households of these categories count; asked of no categories at all where none are known, as of
     *     everything recognised in a batch of former days
     */
    public CountingShare counting(Predicate<List<Category>> counts) {
        Quantity none = Quantity.zero(weights.quantity().unit());
        if (basis.isEmpty()) {
            return new CountingShare(counts.test(List.of()) ? weights.recognised() : none, weights.quantity());
        }
        Quantity counting = basis.get().recognisedLines().stream()
                .filter(lines -> counts.test(lines.categories()))
                .map(CategoryWeight::weight)
                .reduce(none, Quantity::plus);
        return new CountingShare(counting, weights.quantity().plus(weights.loss()));
    }
}
