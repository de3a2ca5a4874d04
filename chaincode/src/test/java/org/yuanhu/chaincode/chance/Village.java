package org.yuanhu.chaincode.chance;

import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_B;
import static org.yuanhu.chaincode.testledger.World.today;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;

/** The model: plain lists of who there is and what they have, walked from end to end whenever a question comes up. */
public final class Village {
    final World world;
    final Random random;
    final List<Farm> farms = new ArrayList<>();
    final List<Sheet> sheets = new ArrayList<>();
    final List<Packed> batches = new ArrayList<>();
    final List<Award> awards = new ArrayList<>();
    final List<Printed> runs = new ArrayList<>();
    final List<Done> done = new ArrayList<>();
    int runNumbers;

    Village(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    /** A household as the model knows it. */
    static final class Farm {
        final int number;
        final HouseholdId id;
        final RegionCode county;
        final Kind kind;
        boolean vouched;
        boolean suspended;
        boolean withdrawn;
        boolean erased;
        boolean consents;
        boolean confirmed;
        long ceiling;
        long proposed;
        long proposedArea;
        final Set<CreditCode> members = new HashSet<>();
        final Map<CreditCode, Share> shares = new HashMap<>();

        Farm(int number, RegionCode county, Kind kind) {
            this.kind = kind;
            this.number = number;
            this.id = Codes.household(number);
            this.county = county;
        }

        boolean inForce() {
            return vouched && !suspended && !withdrawn;
        }

        boolean isMember(CreditCode cooperative) {
            return inForce() && members.contains(cooperative);
        }

        long left(CreditCode cooperative) {
            Share share = shares.get(cooperative);
            return share == null || share.ended || !isMember(cooperative) ? 0 : share.amount - share.taken;
        }

        Share share(CreditCode cooperative) {
            return Objects.requireNonNull(shares.get(cooperative));
        }

        long allotted() {
            return shares.values().stream().mapToLong(share -> share.amount).sum();
        }

        void end(CreditCode cooperative) {
            Share share = shares.get(cooperative);
            if (share != null && !share.ended) {
                share.ended = true;
                share.amount = share.taken;
            }
        }

        int page() {
            return number / 100 % 10_000;
        }
    }

    /** What the county says of a farm, and whether its goods of today count under {@link World#HALF}. */
    enum Kind {
        LIFTED(true),
        BOTH(true),
        GENERAL(false),
        NO_MORE(false);

        final boolean counts;

        Kind(boolean counts) {
            this.counts = counts;
        }

        List<CategoryPeriod> periods() {
            CategoryPeriod general = new CategoryPeriod(Category.GENERAL, LocalDate.of(2020, 1, 1), Optional.empty());
            return switch (this) {
                case LIFTED -> World.lifted();
                case BOTH ->
                    List.of(general, new CategoryPeriod(Category.MONITORED, today(), Optional.of(today().plusDays(9))));
                case GENERAL -> List.of(general);
                case NO_MORE ->
                    List.of(new CategoryPeriod(
                            Category.LIFTED, LocalDate.of(2020, 1, 1), Optional.of(today().minusDays(1))));
            };
        }
    }

    /** What a farm may bring to one cooperative. */
    static final class Share {
        long amount;
        long taken;
        boolean ended;
    }

    /** A weighing. */
    static final class Line {
        final Farm farm;
        final long grams;
        final boolean recognised;
        boolean spent;

        Line(Farm farm, long grams, boolean recognised) {
            this.farm = farm;
            this.grams = grams;
            this.recognised = recognised;
        }
    }

    /** A sheet of weighings. */
    record Sheet(ActId id, CreditCode cooperative, List<Line> lines) {
        List<Integer> unspent() {
            return Stream.iterate(0, i -> i + 1)
                    .limit(lines.size())
                    .filter(i -> !lines.get(i).spent)
                    .toList();
        }
    }

    /** A batch. */
    static final class Packed {
        final Gtin gtin;
        final Lot lot;
        final CreditCode cooperative;
        final long packed;
        final long recognised;
        final List<Line> lines;
        final Set<RegionCode> recognisedCounties;
        long left;

        Packed(Gtin gtin, Lot lot, CreditCode cooperative, long packed, long recognised, List<Line> lines) {
            this.gtin = gtin;
            this.lot = lot;
            this.cooperative = cooperative;
            this.packed = packed;
            this.recognised = recognised;
            this.lines = lines;
            this.recognisedCounties =
                    recognisedLines().map(line -> line.farm.county).collect(Collectors.toSet());
            this.left = packed;
        }

        private Stream<Line> recognisedLines() {
            return lines.stream().filter(line -> line.recognised);
        }

        /** What its recognised lines weigh that count under a scheme. */
        long counting(SchemeId scheme) {
            return recognisedLines()
                    .filter(line -> !scheme.equals(World.HALF) || line.farm.kind.counts)
                    .mapToLong(line -> line.grams)
                    .sum();
        }

        /** Whether a gram of what is packed counts, the part rounded down. */
        boolean hasGramOf(SchemeId scheme) {
            return BigInteger.valueOf(counting(scheme))
                            .multiply(BigInteger.valueOf(packed))
                            .compareTo(BigInteger.valueOf(weighed()))
                    >= 0;
        }

        /** Whether as much counts as the scheme wants. */
        boolean hasShareOf(SchemeId scheme) {
            long counting = counting(scheme);
            return scheme.equals(World.HALF) ? counting >= weighed() - counting : counting == weighed();
        }

        private long weighed() {
            return lines.stream().mapToLong(line -> line.grams).sum();
        }
    }

    /** A recognition. */
    static final class Award {
        final RecognitionId id;
        final SchemeId scheme;
        final Gtin gtin;
        final CreditCode cooperative;
        final RegionCode county;
        int taken;
        boolean later;
        boolean revoked;

        Award(RecognitionId id, SchemeId scheme, Gtin gtin, CreditCode cooperative, RegionCode county) {
            this.id = id;
            this.scheme = scheme;
            this.gtin = gtin;
            this.cooperative = cooperative;
            this.county = county;
        }

        boolean inForce() {
            return taken == 3 && !later && !revoked;
        }
    }

    /** A print run. */
    record Printed(RunNumber run, Packed batch, int count) {}

    /** An act that was accepted. */
    record Done(Client client, Act act) {}

    /** An act to be accepted, which may be sent again later. */
    Attempt remembered(Client client, Act act, Runnable effect) {
        return Attempt.accepted(client, act, () -> {
            effect.run();
            if (done.size() < 500) {
                done.add(new Done(client, act));
            } else {
                done.set(random.nextInt(500), new Done(client, act));
            }
        });
    }

    <T> Optional<T> any(List<T> all, Predicate<T> which) {
        List<T> some = all.stream().filter(which).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    CreditCode cooperative() {
        return random.nextBoolean() ? COOPERATIVE_A : World.COOPERATIVE_B;
    }

    RegionCode county() {
        return random.nextBoolean() ? COUNTY_A : COUNTY_B;
    }

    static CreditCode other(CreditCode cooperative) {
        return cooperative.equals(COOPERATIVE_A) ? World.COOPERATIVE_B : COOPERATIVE_A;
    }

    static RegionCode other(RegionCode county) {
        return county.equals(COUNTY_A) ? COUNTY_B : COUNTY_A;
    }

    static Gtin product(CreditCode cooperative) {
        return cooperative.equals(COOPERATIVE_A) ? World.WALNUTS_A : World.WALNUTS_B;
    }

    /** The awards that let labels of a batch be printed, one per county; empty if a county has none. */
    Optional<List<Award>> awardsFor(Packed batch) {
        return awardsFor(batch, award -> batch.hasGramOf(award.scheme) && batch.hasShareOf(award.scheme));
    }

    /** Awards in force for each county of a batch's recognised goods, which may or may not let labels be printed. */
    Optional<List<Award>> awardsFor(Packed batch, Predicate<Award> which) {
        List<Award> found = new ArrayList<>();
        for (RegionCode county : batch.recognisedCounties) {
            Optional<Award> award = any(
                    awards,
                    a -> a.inForce()
                            && a.gtin.equals(batch.gtin)
                            && a.cooperative.equals(batch.cooperative)
                            && a.county.equals(county)
                            && which.test(a));
            if (award.isEmpty()) {
                return Optional.empty();
            }
            found.add(award.get());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    RunNumber freshRun(CreditCode cooperative) {
        // twenty blocks of a hundred for each cooperative
        int number = runNumbers++;
        String block = (cooperative.equals(COOPERATIVE_A) ? "61" : "62") + "%04d".formatted(number / 100);
        return RunNumber.of(block, number % 100);
    }
}
