package org.yuanhu.chaincode.chance;

import static org.yuanhu.chaincode.testledger.World.SCHEME;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUT;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.person;
import static org.yuanhu.chaincode.testledger.World.today;

import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.ceiling.Allot;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.chaincode.chance.Village.Award;
import org.yuanhu.chaincode.chance.Village.Farm;
import org.yuanhu.chaincode.chance.Village.Kind;
import org.yuanhu.chaincode.chance.Village.Share;
import org.yuanhu.chaincode.household.Consent;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.household.Reinstate;
import org.yuanhu.chaincode.household.Suspend;
import org.yuanhu.chaincode.household.Vouch;
import org.yuanhu.chaincode.household.Withdraw;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.membership.Leave;
import org.yuanhu.chaincode.recognition.Advance;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.recognition.Revoke;
import org.yuanhu.chaincode.recognition.Validity;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.registry.CreditCode;

/** Acts that the model says must be accepted. */
final class AllowedActs {
    static final FieldName DISPLAY_NAME = new FieldName("displayName");
    static final List<String> STEPS = List.of("county", "city", "province");
    private static final int FARMS = 400;

    private final Village village;
    private final World world;
    private final AllowedGoods goods;

    AllowedActs(Village village) {
        this.village = village;
        this.world = village.world;
        this.goods = new AllowedGoods(village);
    }

    /** One of them, whatever the model's state allows now. */
    Attempt next() {
        while (true) {
            int dice = village.random.nextInt(100);
            Optional<Attempt> attempt = dice < 30
                    ? goods.sheet()
                    : dice < 48
                            ? goods.pack()
                            : dice < 58
                                    ? goods.run()
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
        Farm farm = new Farm(world.next(), village.county(), kind());
        Client officer = world.voucher(farm.county);
        return Optional.of(Attempt.accepted(
                "enrol and vouch for " + farm.id,
                () -> {
                    Enrolment enrolment = officer.enrol(farm.id, farm.county, person(farm.number));
                    officer.submit(
                            new Vouch(world.id(), farm.id, farm.county, farm.kind.periods(), enrolment.digests()));
                },
                () -> {
                    farm.vouched = true;
                    village.farms.add(farm);
                }));
    }

    /** Most are lifted out of poverty. */
    private Kind kind() {
        return village.random.nextInt(3) > 0
                ? Kind.LIFTED
                : village.any(List.of(Kind.values()), kind -> true).orElseThrow();
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
        return act(world.proposer(farm.county), propose, () -> {
            farm.proposed = amount;
            farm.proposedArea = area;
        });
    }

    private Attempt confirm(Farm farm) {
        Client second = village.random.nextBoolean() ? world.city() : world.officer(farm.county, 3);
        Optional<Long> area = Optional.of(farm.proposedArea);
        return act(second, new Confirm(world.id(), farm.id, WALNUT, SEASON, area, grams(farm.proposed)), () -> {
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
                village.random.nextBoolean() ? SCHEME : World.HALF,
                Village.product(cooperative),
                cooperative,
                village.county());
        Apply apply = new Apply(world.id(), award.id, award.scheme, award.gtin, cooperative, award.county);
        return act(world.manager(cooperative), apply, () -> village.awards.add(award));
    }

    private Attempt advance(Award award) {
        boolean last = award.taken == 2;
        boolean later = village.random.nextInt(6) == 0;
        Optional<Validity> validity = last
                ? Optional.of(new Validity(later ? today().plusDays(2) : today(), today().plusDays(9)))
                : Optional.empty();
        Client officer =
                award.taken == 0 ? world.proposer(award.county) : award.taken == 1 ? world.city() : world.province();
        return act(officer, new Advance(world.id(), award.id, STEPS.get(award.taken), validity), () -> {
            award.taken++;
            award.later = last && later;
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
                                () -> (village.random.nextBoolean() ? world.city() : world.server())
                                        .disclose(farm.id, "displayName"),
                                () -> {}));
        };
    }

    private Attempt act(Client client, Act act, Runnable effect) {
        return village.remembered(client, act, effect);
    }
}
