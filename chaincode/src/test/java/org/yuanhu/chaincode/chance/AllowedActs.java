package org.yuanhu.chaincode.chance;

import static org.yuanhu.chaincode.testledger.World.SCHEME;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUT;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.person;
import static org.yuanhu.chaincode.testledger.World.today;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.ceiling.Allot;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.chaincode.chance.Village.Award;
import org.yuanhu.chaincode.chance.Village.Done;
import org.yuanhu.chaincode.chance.Village.Farm;
import org.yuanhu.chaincode.chance.Village.Line;
import org.yuanhu.chaincode.chance.Village.Packed;
import org.yuanhu.chaincode.chance.Village.Printed;
import org.yuanhu.chaincode.chance.Village.Share;
import org.yuanhu.chaincode.chance.Village.Sheet;
import org.yuanhu.chaincode.household.Consent;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.household.Reinstate;
import org.yuanhu.chaincode.household.Suspend;
import org.yuanhu.chaincode.household.Withdraw;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.membership.Leave;
import org.yuanhu.chaincode.recognition.Advance;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.recognition.Revoke;
import org.yuanhu.chaincode.recognition.Validity;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.Gtin;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.LabelClass;
import org.yuanhu.vocabulary.Lot;
import org.yuanhu.vocabulary.RecognitionId;
import org.yuanhu.vocabulary.RegionCode;
import org.yuanhu.vocabulary.label.FieldName;

/** Acts that the model says must be accepted. */
final class AllowedActs {
    static final FieldName DISPLAY_NAME = new FieldName("displayName");
    static final List<String> STEPS = List.of("county", "city", "province");
    private static final int FARMS = 400;

    private final Village village;
    private final World world;

    AllowedActs(Village village) {
        this.village = village;
        this.world = village.world;
    }

    /** One of them, whatever the model's state allows now. */
    Attempt next() {
        while (true) {
            int dice = village.random.nextInt(100);
            Optional<Attempt> attempt = dice < 30
                    ? sheet()
                    : dice < 48
                            ? pack()
                            : dice < 58
                                    ? run()
                                    : dice < 76
                                            ? household()
                                            : dice < 86 ? recognition() : dice < 93 ? repeat() : other();
            if (attempt.isPresent()) {
                return attempt.get();
            }
        }
    }

    private Optional<Attempt> household() {
        return switch (village.random.nextInt(12)) {
            case 0, 1 -> enrol();
            case 2, 3 ->
                village.any(village.farms, farm -> farm.inForce() && farm.members.size() < 2)
                        .map(this::join);
            case 4 -> village.any(village.farms, Farm::inForce).map(this::propose);
            case 5 ->
                village.any(
                                village.farms,
                                farm -> farm.inForce() && farm.proposed > 0 && farm.proposed >= farm.allotted())
                        .map(this::confirm);
            case 6, 7, 8, 9 ->
                village.any(village.farms, farm -> farm.inForce() && farm.confirmed)
                        .flatMap(this::allot);
            case 10 -> village.random.nextInt(5) == 0 ? trouble() : Optional.empty();
            default ->
                village.any(village.farms, farm -> farm.vouched && !farm.withdrawn)
                        .map(this::consent);
        };
    }

    private Optional<Attempt> enrol() {
        if (village.farms.size() >= FARMS) {
            return Optional.empty();
        }
        Farm farm = new Farm(world.next(), village.county());
        Client officer = world.voucher(farm.county);
        return Optional.of(Attempt.accepted(
                "enrol and vouch for " + farm.id,
                () -> {
                    Enrolment enrolment = officer.enrol(farm.id, farm.county, person(farm.number));
                    officer.submit(world.vouching(farm.id, farm.county, enrolment));
                },
                () -> {
                    farm.vouched = true;
                    village.farms.add(farm);
                }));
    }

    private Attempt join(Farm farm) {
        CreditCode cooperative = farm.members.isEmpty()
                ? village.cooperative()
                : Village.other(farm.members.iterator().next());
        Join join = new Join(world.id(), cooperative, farm.id, today().minusDays(village.random.nextInt(31)));
        return act(world.manager(cooperative), join, () -> farm.members.add(cooperative));
    }

    private Attempt propose(Farm farm) {
        long area = 1L + village.random.nextInt(100_000);
        long bearable = area * 3_000_000 / 10_000;
        long amount = 1 + Math.floorMod(village.random.nextLong(), bearable);
        Propose propose = new Propose(world.id(), farm.id, WALNUT, SEASON, area, grams(amount));
        return act(world.proposer(farm.county), propose, () -> farm.proposed = amount);
    }

    private Attempt confirm(Farm farm) {
        Client second = village.random.nextBoolean() ? world.city() : world.officer(farm.county, 3);
        return act(second, new Confirm(world.id(), farm.id, WALNUT, SEASON, grams(farm.proposed)), () -> {
            farm.ceiling = farm.proposed;
            farm.proposed = 0;
            farm.confirmed = true;
        });
    }

    private Optional<Attempt> allot(Farm farm) {
        Optional<CreditCode> cooperative = village.any(List.copyOf(farm.members), member -> true);
        if (cooperative.isEmpty()) {
            return Optional.empty();
        }
        Share share = farm.shares.getOrDefault(cooperative.get(), new Share());
        long most = farm.ceiling - (farm.allotted() - share.amount);
        if (most < share.taken) {
            return Optional.empty();
        }
        long amount = share.taken + Math.floorMod(village.random.nextLong(), most - share.taken + 1);
        Allot allot = new Allot(world.id(), farm.id, WALNUT, SEASON, cooperative.get(), farm.page(), grams(amount));
        return Optional.of(act(world.proposer(farm.county), allot, () -> {
            share.amount = amount;
            share.ended = false;
            farm.shares.put(cooperative.get(), share);
        }));
    }

    private Optional<Attempt> trouble() {
        return switch (village.random.nextInt(5)) {
            case 0 ->
                village.any(village.farms, Farm::inForce)
                        .map(farm -> act(world.voucher(farm.county), new Suspend(world.id(), farm.id, "核查"), () -> {
                            farm.suspended = true;
                            farm.members.forEach(farm::end);
                        }));
            case 1, 2 ->
                village.any(village.farms, farm -> farm.suspended && !farm.withdrawn)
                        .map(farm -> act(
                                world.voucher(farm.county),
                                new Reinstate(world.id(), farm.id, "核查完毕"),
                                () -> farm.suspended = false));
            case 3 ->
                village.any(village.farms, farm -> farm.inForce() && !farm.members.isEmpty())
                        .map(this::leave);
            default ->
                village.any(village.farms, farm -> farm.vouched && !farm.withdrawn)
                        .map(farm -> act(world.voucher(farm.county), new Withdraw(world.id(), farm.id, "迁出"), () -> {
                            farm.withdrawn = true;
                            farm.members.forEach(farm::end);
                        }));
        };
    }

    private Attempt leave(Farm farm) {
        CreditCode cooperative = farm.members.iterator().next();
        return act(world.clerk(cooperative), new Leave(world.id(), cooperative, farm.id, today()), () -> {
            farm.end(cooperative);
            farm.members.remove(cooperative);
        });
    }

    private Attempt consent(Farm farm) {
        boolean given = village.random.nextInt(3) > 0;
        Consent consent = new Consent(world.id(), farm.id, DISPLAY_NAME, given);
        return act(world.proposer(farm.county), consent, () -> farm.consents = given);
    }

    private Optional<Attempt> sheet() {
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
        return Optional.of(act(world.clerk(cooperative), sheet, () -> {
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

    private Optional<Attempt> pack() {
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
        Set<RegionCode> counties = new HashSet<>();
        lines.stream().filter(line -> line.recognised).forEach(line -> counties.add(line.farm.county));
        return act(world.clerk(cooperative), pack, () -> {
            lines.forEach(line -> line.spent = true);
            village.batches.add(new Packed(gtin, lot, cooperative, in - loss, recognised, counties));
        });
    }

    static Claim claim(long in, long recognisedIn) {
        return recognisedIn == 0 ? Claim.ORDINARY : recognisedIn == in ? Claim.RECOGNISED : Claim.MIXED;
    }

    private Optional<Attempt> run() {
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
            return act(world.clerk(packed.cooperative), run, () -> {
                packed.left -= count * 500L;
                village.runs.add(new Printed(run.run(), packed, count));
            });
        });
    }

    private Optional<Attempt> recognition() {
        int dice = village.random.nextInt(10);
        if (dice < 3 && village.awards.size() < 300) {
            return Optional.of(apply());
        } else if (dice == 3) {
            return village.any(village.awards, award -> !award.revoked && village.awards.size() > 12)
                    .map(award ->
                            act(world.city(), new Revoke(world.id(), award.id, "不合格"), () -> award.revoked = true));
        }
        return village.any(village.awards, award -> !award.revoked && award.taken < 3)
                .map(this::advance);
    }

    private Attempt apply() {
        CreditCode cooperative = village.cooperative();
        Award award = new Award(
                new RecognitionId("award-" + world.next()),
                Village.product(cooperative),
                cooperative,
                village.county());
        Apply apply = new Apply(world.id(), award.id, SCHEME, award.gtin, cooperative, award.county);
        return act(world.manager(cooperative), apply, () -> village.awards.add(award));
    }

    private Attempt advance(Award award) {
        boolean last = award.taken == 2;
        boolean expired = village.random.nextInt(6) == 0;
        Optional<Validity> validity = last
                ? Optional.of(new Validity(today().minusDays(9), expired ? today().minusDays(2) : today().plusDays(9)))
                : Optional.empty();
        Client officer =
                award.taken == 0 ? world.proposer(award.county) : award.taken == 1 ? world.city() : world.province();
        return act(officer, new Advance(world.id(), award.id, STEPS.get(award.taken), validity), () -> {
            award.taken++;
            award.expired = last && expired;
        });
    }

    private Optional<Attempt> repeat() {
        return village.any(village.done, done -> true)
                .map(done -> Attempt.accepted(
                        "again " + done.act(),
                        () -> {
                            if (!done.client().submit(done.act()).repeated()) {
                                throw new AssertionError("An act happened twice: " + done.act());
                            }
                        },
                        () -> {}));
    }

    private Optional<Attempt> other() {
        return switch (village.random.nextInt(3)) {
            case 0 ->
                Optional.of(
                        act(world.province(), new SetYield(world.id(), WALNUT, SEASON, grams(3_000_000)), () -> {}));
            case 1 ->
                village.any(village.runs, run -> true)
                        .map(run -> Attempt.accepted(
                                "attest " + run.run(),
                                () -> world.platform()
                                        .evaluate(
                                                Operation.ATTEST,
                                                run.run().value(),
                                                Integer.toString(village.random.nextInt(run.count())),
                                                "00112233445566778899aabbccddeeff"),
                                () -> {}));
            default ->
                village.any(village.farms, farm -> farm.consents && !farm.withdrawn && !farm.erased)
                        .map(farm -> Attempt.accepted(
                                "disclose " + farm.id,
                                () -> world.city()
                                        .evaluateAtHolders(Operation.DISCLOSE, farm.id.value(), "displayName"),
                                () -> {}));
        };
    }

    private Attempt act(Client client, Act act, Runnable effect) {
        return Attempt.accepted(client, act, () -> {
            effect.run();
            if (village.done.size() < 500) {
                village.done.add(new Done(client, act));
            } else {
                village.done.set(village.random.nextInt(500), new Done(client, act));
            }
        });
    }
}
