package org.yuanhu.chaincode.chance;

import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.today;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.chance.Village.Farm;
import org.yuanhu.chaincode.chance.Village.Line;
import org.yuanhu.chaincode.chance.Village.Packed;
import org.yuanhu.chaincode.chance.Village.Printed;
import org.yuanhu.chaincode.chance.Village.Sheet;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.registry.CreditCode;

/** Weighing, packing and printing that the model says must be accepted. */
final class AllowedGoods {
    private final Village village;
    private final World world;

    AllowedGoods(Village village) {
        this.village = village;
        this.world = village.world;
    }

    Optional<Attempt> sheet() {
        CreditCode cooperative = village.cooperative();
        List<Line> lines = new ArrayList<>();
        Map<Farm, Long> sums = new HashMap<>();
        int count = 1 + village.random.nextInt(6);
        for (int i = 0; i < count; i++) {
            Optional<Farm> farm = village.any(village.farms, f -> f.isMember(cooperative));
            if (farm.isEmpty()) {
                return Optional.empty();
            }
            long left = farm.get().left(cooperative) - sums.getOrDefault(farm.get(), 0L);
            boolean recognised = left > 0 && village.random.nextInt(5) > 0;
            long most = recognised ? Math.min(left, 50_000) : 50_000;
            long grams = recognised && village.random.nextInt(20) == 0 && left < 1_000_000
                    ? left
                    : 1 + Math.floorMod(village.random.nextLong(), most);
            lines.add(new Line(farm.get(), grams, recognised));
            if (recognised) {
                sums.merge(farm.get(), grams, Long::sum);
            }
        }
        RecordSheet sheet = sheet(world.id(), cooperative, lines);
        return Optional.of(village.remembered(world.clerk(cooperative), sheet, () -> {
            sums.forEach((farm, grams) -> farm.share(cooperative).taken += grams);
            village.sheets.add(new Sheet(sheet.id(), cooperative, lines));
        }));
    }

    static RecordSheet sheet(ActId id, CreditCode cooperative, List<Line> lines) {
        List<IntakeLine> written = new ArrayList<>();
        for (Line line : lines) {
            IntakeLine any =
                    line.recognised ? World.line(line.farm.id, line.grams) : World.ordinary(line.farm.id, line.grams);
            written.add(new IntakeLine(
                    any.household(),
                    any.commodity(),
                    any.quantity(),
                    any.grade(),
                    any.day(),
                    any.kind(),
                    any.confirmed(),
                    line.recognised ? Optional.of(line.farm.page()) : Optional.empty()));
        }
        return new RecordSheet(id, cooperative, SEASON, written);
    }

    Optional<Attempt> pack() {
        CreditCode cooperative = village.cooperative();
        List<Sheet> open = village.sheets.stream()
                .filter(sheet -> sheet.cooperative().equals(cooperative)
                        && !sheet.unspent().isEmpty())
                .toList();
        Optional<Sheet> first = village.any(open, sheet -> true);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Set<Sheet> from = new HashSet<>(List.of(first.get()));
        village.any(open, sheet -> village.random.nextInt(3) == 0).ifPresent(from::add);
        List<SheetLines> inputs = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Sheet sheet : open.stream().filter(from::contains).toList()) {
            List<Integer> some = sheet.unspent().stream()
                    .filter(i -> village.random.nextInt(4) > 0)
                    .toList();
            List<Integer> numbers = some.isEmpty() ? sheet.unspent() : some;
            inputs.add(new SheetLines(sheet.id(), numbers));
            numbers.forEach(number -> lines.add(sheet.lines().get(number)));
        }
        return Optional.of(pack(cooperative, inputs, lines));
    }

    private Attempt pack(CreditCode cooperative, List<SheetLines> inputs, List<Line> lines) {
        long in = lines.stream().mapToLong(line -> line.grams).sum();
        long recognisedIn = lines.stream()
                .filter(line -> line.recognised)
                .mapToLong(line -> line.grams)
                .sum();
        long loss = Math.floorMod(village.random.nextLong(), Math.max(1, in / 10));
        Gtin gtin = Village.product(cooperative);
        Lot lot = new Lot("R" + world.next());
        Pack pack = new Pack(
                world.id(),
                gtin,
                lot,
                cooperative,
                today(),
                inputs,
                grams(in - loss),
                grams(loss),
                claim(in, recognisedIn));
        // 128 bits hold the product; the model divides as a person would
        long recognised = java.math.BigInteger.valueOf(in - loss)
                .multiply(java.math.BigInteger.valueOf(recognisedIn))
                .divide(java.math.BigInteger.valueOf(in))
                .longValueExact();
        return village.remembered(world.clerk(cooperative), pack, () -> {
            lines.forEach(line -> line.spent = true);
            village.batches.add(new Packed(gtin, lot, cooperative, in - loss, recognised, lines));
        });
    }

    static Claim claim(long in, long recognisedIn) {
        return recognisedIn == 0 ? Claim.ORDINARY : recognisedIn == in ? Claim.RECOGNISED : Claim.MIXED;
    }

    Optional<Attempt> run() {
        Optional<Packed> batch = village.any(
                village.batches,
                packed -> packed.left >= 500 && village.awardsFor(packed).isPresent());
        return batch.map(packed -> {
            int count = 1 + village.random.nextInt((int) Math.min(20, packed.left / 500));
            List<RecognitionId> named = village.awardsFor(packed).orElseThrow().stream()
                    .map(award -> award.id)
                    .toList();
            AssignRun run = new AssignRun(
                    world.id(),
                    village.freshRun(packed.cooperative),
                    packed.gtin,
                    packed.lot,
                    LabelClass.UNIT,
                    count,
                    Hash.ZERO,
                    named);
            return village.remembered(world.clerk(packed.cooperative), run, () -> {
                packed.left -= count * 500L;
                village.runs.add(new Printed(run.run(), packed, count));
            });
        });
    }
}
