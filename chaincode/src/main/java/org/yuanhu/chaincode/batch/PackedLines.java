package org.yuanhu.chaincode.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.intake.Confirmation;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.LineKind;
import org.yuanhu.chaincode.intake.LineOrigin;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.time.Season;

/** What the lines of a batch add up to. */
final class PackedLines {
    private final SortedSet<RegionCode> counties = new TreeSet<>(Comparator.comparing(RegionCode::value));
    private final SortedSet<RegionCode> recognisedCounties = new TreeSet<>(Comparator.comparing(RegionCode::value));
    private final SortedSet<HouseholdId> households = new TreeSet<>(Comparator.comparing(HouseholdId::value));
    private final SortedSet<Season> seasons = new TreeSet<>(Comparator.comparing(Season::value));
    private final SortedMap<List<Category>, Quantity> recognisedLines =
            new TreeMap<>(Comparator.comparing(Object::toString));
    private final Map<Confirmation, Integer> confirmed = new EnumMap<>(Confirmation.class);
    private Quantity all;
    private Quantity recognised;
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;
    private int count;

    PackedLines(Unit unit) {
        this.all = Quantity.zero(unit);
        this.recognised = Quantity.zero(unit);
    }

    /** Some of the lines are of a sheet of this season. */
    void of(Season season) {
        seasons.add(season);
    }

    void add(IntakeLine line, LineOrigin origin) {
        all = all.plus(line.quantity());
        counties.add(origin.county());
        if (line.kind() == LineKind.RECOGNISED) {
            recognised = recognised.plus(line.quantity());
            recognisedCounties.add(origin.county());
            recognisedLines.merge(origin.categories(), line.quantity(), Quantity::plus);
        }
        households.add(line.household());
        confirmed.merge(line.confirmed(), 1, Integer::sum);
        first = line.day().isBefore(first) ? line.day() : first;
        last = line.day().isAfter(last) ? line.day() : last;
        count++;
        Limits.mustHold("counties", counties.size(), Limits.COUNTIES_A_BATCH);
    }

    /** What all lines weigh. */
    Quantity all() {
        return all;
    }

    /** The recognised part of a quantity made from these lines: in proportion, rounded down, never chosen. */
    Quantity recognisedOf(Quantity packed) {
        return packed.share(recognised, all);
    }

    /** What the lines are. */
    Claim claim() {
        if (recognised.isZero()) {
            return Claim.ORDINARY;
        }
        return recognised.equals(all) ? Claim.RECOGNISED : Claim.MIXED;
    }

    int count() {
        return count;
    }

    /** The first and the last day of weighing. */
    Batch.Weighing weighing() {
        return new Batch.Weighing(first, last);
    }

    /** The last day of weighing. */
    LocalDate last() {
        return last;
    }

    /** Where the goods come from; packed from intake lines, they descend from no batch. */
    Batch.Origin origin() {
        return new Batch.Origin(List.copyOf(counties), List.copyOf(recognisedCounties), households(), Ancestors.NONE);
    }

    /** What the lines say. */
    Batch.Basis basis() {
        List<CategoryWeight> weights = new ArrayList<>();
        recognisedLines.forEach((categories, weight) -> weights.add(new CategoryWeight(categories, weight)));
        return new Batch.Basis(List.copyOf(seasons), weights);
    }

    Confirmed confirmed() {
        return new Confirmed(
                confirmed.getOrDefault(Confirmation.HOUSEHOLD, 0),
                confirmed.getOrDefault(Confirmation.WITNESS, 0),
                confirmed.getOrDefault(Confirmation.COOPERATIVE, 0));
    }

    private Households households() {
        List<HouseholdId> listed =
                households.stream().limit(Limits.HOUSEHOLDS_BY_ID).toList();
        String all =
                String.join("\n", households.stream().map(HouseholdId::value).toList());
        return new Households(households.size(), listed, Hash.sha256(all.getBytes(UTF_8)));
    }
}
