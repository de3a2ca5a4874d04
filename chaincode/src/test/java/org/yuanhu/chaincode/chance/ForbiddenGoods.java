package org.yuanhu.chaincode.chance;

import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.today;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.chance.Village.Award;
import org.yuanhu.chaincode.chance.Village.Farm;
import org.yuanhu.chaincode.chance.Village.Kind;
import org.yuanhu.chaincode.chance.Village.Line;
import org.yuanhu.chaincode.chance.Village.Packed;
import org.yuanhu.chaincode.chance.Village.Sheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.Rule;

/** For each rule about weighing, packing and printing an act that it must refuse. */
final class ForbiddenGoods {
    private static final String NONCE = "00112233445566778899aabbccddeeff";

    private final Village village;
    private final World world;
    private final Map<Rule, Supplier<Optional<Attempt>>> all = new EnumMap<>(Rule.class);
    private Optional<Gtin> honey = Optional.empty();

    ForbiddenGoods(Village village) {
        this.village = village;
        this.world = village.world;
        intake();
        lines();
        batches();
        runs();
        shares();
        reads();
    }

    Map<Rule, Supplier<Optional<Attempt>>> all() {
        return all;
    }

    private void intake() {
        all.put(
                Rule.MB_01,
                () -> village.any(village.farms, farm -> farm.left(COOPERATIVE_A) > 1)
                        .map(farm -> {
                            // together one gram above what is left
                            long left = farm.left(COOPERATIVE_A);
                            return sheet(Rule.MB_01, new Line(farm, left, true), new Line(farm, 1, true));
                        }));
        all.put(
                Rule.MB_02,
                () -> village.any(
                                village.farms,
                                farm -> farm.isMember(COOPERATIVE_A)
                                        && (!farm.shares.containsKey(COOPERATIVE_A) || farm.share(COOPERATIVE_A).ended))
                        .map(farm -> sheet(Rule.MB_02, new Line(farm, 1, true))));
        all.put(Rule.IN_02, () -> {
            Line line = new Line(new Farm(1, COUNTY_A, Kind.LIFTED), 1, true);
            String json = Json.write(AllowedGoods.sheet(world.id(), COOPERATIVE_A, List.of(line)));
            return Optional.of(Attempt.refused(
                    Rule.IN_02,
                    "no page",
                    () -> world.clerk(COOPERATIVE_A)
                            .submit(Operation.RECORD_SHEET, json.replaceAll(",\"page\":[0-9]+", ""))));
        });
    }

    private void lines() {
        all.put(
                Rule.IN_01,
                () -> Optional.of(Attempt.refused(
                        Rule.IN_01,
                        world.clerk(COOPERATIVE_A),
                        pack(COOPERATIVE_A, new ActId("none"), 0, 1, Claim.ORDINARY))));
        open(
                Rule.MB_03,
                (sheet, line) -> pack(sheet, line, sheet.lines().get(line).grams + 1, claim(sheet, line), today()));
        open(
                Rule.BT_04,
                (sheet, line) ->
                        pack(sheet, sheet.lines().size(), sheet.lines().get(line).grams, claim(sheet, line), today()));
        open(Rule.BT_08, (sheet, line) -> pack(sheet, line, sheet.lines().get(line).grams, Claim.MIXED, today()));
        open(
                Rule.BT_09,
                (sheet, line) ->
                        pack(sheet, line, sheet.lines().get(line).grams, claim(sheet, line), today().minusDays(1)));
        all.put(
                Rule.BT_03,
                () -> village.any(village.sheets, sheet -> true).map(sheet -> {
                    CreditCode other = Village.other(sheet.cooperative());
                    return Attempt.refused(
                            Rule.BT_03, world.clerk(other), pack(other, sheet.id(), 0, 1, Claim.ORDINARY));
                }));
        all.put(
                Rule.BT_05,
                () -> village.any(village.sheets, sheet -> true).map(sheet -> {
                    String json = Json.write(pack(sheet, 0, 1, Claim.ORDINARY, today()))
                            .replace("[0]", "[0,0]");
                    return Attempt.refused(
                            Rule.BT_05,
                            json,
                            () -> world.clerk(sheet.cooperative()).submit(Operation.PACK, json));
                }));
        all.put(
                Rule.BT_06,
                () -> village.any(
                                village.sheets,
                                sheet -> sheet.unspent().size() < sheet.lines().size())
                        .map(sheet -> {
                            int spent = java.util.stream.IntStream.range(
                                            0, sheet.lines().size())
                                    .filter(i -> sheet.lines().get(i).spent)
                                    .findFirst()
                                    .orElseThrow();
                            return Attempt.refused(
                                    Rule.BT_06,
                                    world.clerk(sheet.cooperative()),
                                    pack(sheet, spent, sheet.lines().get(spent).grams, claim(sheet, spent), today()));
                        }));
        all.put(
                Rule.BT_07,
                () -> village.any(village.sheets, sheet -> sheet.cooperative().equals(COOPERATIVE_A))
                        .map(this::walnutsAsHoney));
    }

    /** A product of another commodity, registered when first needed. */
    private Attempt walnutsAsHoney(Sheet sheet) {
        if (honey.isEmpty()) {
            honey = Optional.of(Codes.gtin(5_000));
            world.manager(COOPERATIVE_A)
                    .submit(new RegisterProduct(
                            world.id(), honey.get(), World.HONEY, "蜂蜜", millilitres(500), COOPERATIVE_A));
        }
        Pack pack = new Pack(
                world.id(),
                honey.get(),
                new Lot("H"),
                COOPERATIVE_A,
                today(),
                List.of(new SheetLines(sheet.id(), List.of(0))),
                millilitres(1),
                millilitres(0),
                Claim.ORDINARY);
        return Attempt.refused(Rule.BT_07, world.clerk(COOPERATIVE_A), pack);
    }

    private void batches() {
        all.put(
                Rule.BT_01,
                () -> Optional.of(Attempt.refused(
                        Rule.BT_01,
                        world.clerk(COOPERATIVE_A),
                        run(World.WALNUTS_A, new Lot("NONE"), new RunNumber("52000100"), 1, new RecognitionId("x")))));
        all.put(
                Rule.BT_02,
                () -> village.any(village.batches, batch -> true)
                        .map(batch -> Attempt.refused(
                                Rule.BT_02,
                                world.clerk(batch.cooperative),
                                new Pack(
                                        world.id(),
                                        batch.gtin,
                                        batch.lot,
                                        batch.cooperative,
                                        today(),
                                        List.of(new SheetLines(new ActId("x"), List.of(0))),
                                        grams(1),
                                        grams(0),
                                        Claim.ORDINARY))));
    }

    private void runs() {
        labelled(
                Rule.MB_04,
                (batch, awards) -> run(
                        batch.gtin, batch.lot, spare(batch.cooperative), (int) (batch.left / 500 + 1), ids(awards)));
        labelled(Rule.RN_01, (batch, awards) -> run(batch.gtin, batch.lot, new RunNumber("99999900"), 1, ids(awards)));
        all.put(
                Rule.RN_02,
                () -> village.any(
                                village.runs,
                                run -> run.batch().left >= 500
                                        && village.awardsFor(run.batch()).isPresent())
                        .map(run -> Attempt.refused(
                                Rule.RN_02,
                                world.clerk(run.batch().cooperative),
                                run(
                                        run.batch().gtin,
                                        run.batch().lot,
                                        run.run(),
                                        1,
                                        ids(village.awardsFor(run.batch()).orElseThrow())))));
        printing(
                Rule.RN_03,
                batch -> batch.recognisedCounties.isEmpty(),
                batch -> run(batch.gtin, batch.lot, spare(batch.cooperative), 1, new RecognitionId("x")));
        all.put(
                Rule.RN_04,
                () -> village.any(village.batches, batch -> batch.recognisedCounties.size() == 2)
                        .flatMap(batch -> village.any(village.awards, award -> award.inForce() && of(batch, award))
                                .map(award -> Attempt.refused(
                                        Rule.RN_04,
                                        world.clerk(batch.cooperative),
                                        run(batch.gtin, batch.lot, spare(batch.cooperative), 1, award.id)))));
        all.put(
                Rule.RN_05,
                () -> village.any(village.batches, batch -> !batch.recognisedCounties.isEmpty())
                        .flatMap(batch -> village.any(village.awards, award -> !award.gtin.equals(batch.gtin))
                                .map(award -> Attempt.refused(
                                        Rule.RN_05,
                                        world.clerk(batch.cooperative),
                                        run(batch.gtin, batch.lot, spare(batch.cooperative), 1, award.id)))));
        all.put(
                Rule.RN_06,
                () -> village.any(village.batches, batch -> !batch.recognisedCounties.isEmpty())
                        .flatMap(batch -> village.any(village.awards, award -> !award.inForce() && of(batch, award))
                                .map(award -> Attempt.refused(
                                        Rule.RN_06,
                                        world.clerk(batch.cooperative),
                                        run(batch.gtin, batch.lot, spare(batch.cooperative), 1, award.id)))));
    }

    private void shares() {
        tooLittle(Rule.RN_08, (batch, award) -> !batch.hasGramOf(award.scheme));
        tooLittle(Rule.RN_09, (batch, award) -> batch.hasGramOf(award.scheme) && !batch.hasShareOf(award.scheme));
    }

    /** Labels of a batch, all of whose awards are in force and ask for more than it has. */
    private void tooLittle(Rule rule, BiPredicate<Packed, Award> which) {
        all.put(
                rule,
                () -> village.any(
                                village.batches,
                                batch -> village.awardsFor(batch, award -> which.test(batch, award))
                                        .isPresent())
                        .map(batch -> {
                            List<Award> awards = village.awardsFor(batch, award -> which.test(batch, award))
                                    .orElseThrow();
                            return Attempt.refused(
                                    rule,
                                    world.clerk(batch.cooperative),
                                    run(batch.gtin, batch.lot, spare(batch.cooperative), 1, ids(awards)));
                        }));
    }

    private void reads() {
        asked(Rule.RN_07, Operation.ATTEST, "99999999", "0", NONCE);
        all.put(
                Rule.LB_03,
                () -> village.any(village.runs, run -> true)
                        .map(run -> Attempt.refused(
                                Rule.LB_03,
                                "index above count",
                                () -> world.platform()
                                        .evaluate(
                                                Operation.ATTEST,
                                                run.run().value(),
                                                Integer.toString(run.count()),
                                                NONCE))));
        asked(Rule.RD_01, Operation.GET, "region", "999999");
        asked(Rule.RD_02, Operation.GET, "secret", "1");
        asked(Rule.RD_03, Operation.LIST, "region", "", "10", "x");
    }

    private void asked(Rule rule, Operation operation, String... arguments) {
        all.put(
                rule,
                () -> Optional.of(Attempt.refused(
                        rule, operation.text(), () -> world.inspector().evaluate(operation, arguments))));
    }

    private void open(Rule rule, java.util.function.BiFunction<Sheet, Integer, Act> act) {
        all.put(
                rule,
                () -> village.any(village.sheets, sheet -> !sheet.unspent().isEmpty())
                        .map(sheet -> Attempt.refused(
                                rule,
                                world.clerk(sheet.cooperative()),
                                act.apply(sheet, sheet.unspent().get(0)))));
    }

    private void printing(Rule rule, Predicate<Packed> which, Function<Packed, Act> act) {
        all.put(
                rule,
                () -> village.any(village.batches, which)
                        .map(batch -> Attempt.refused(rule, world.clerk(batch.cooperative), act.apply(batch))));
    }

    private void labelled(Rule rule, java.util.function.BiFunction<Packed, List<Award>, Act> act) {
        all.put(
                rule,
                () -> village.any(
                                village.batches,
                                batch -> batch.left < 40_000_000
                                        && village.awardsFor(batch).isPresent())
                        .map(batch -> {
                            List<Award> awards = village.awardsFor(batch).orElseThrow();
                            Client clerk = world.clerk(batch.cooperative);
                            return Attempt.refused(rule, clerk, act.apply(batch, awards));
                        }));
    }

    private Attempt sheet(Rule rule, Line... lines) {
        return Attempt.refused(
                rule, world.clerk(COOPERATIVE_A), AllowedGoods.sheet(world.id(), COOPERATIVE_A, List.of(lines)));
    }

    private Pack pack(Sheet sheet, int line, long packed, Claim claim, LocalDate day) {
        return pack(sheet.cooperative(), sheet.id(), line, packed, claim, day);
    }

    private Pack pack(CreditCode cooperative, ActId sheet, int line, long packed, Claim claim) {
        return pack(cooperative, sheet, line, packed, claim, today());
    }

    private Pack pack(CreditCode cooperative, ActId sheet, int line, long packed, Claim claim, LocalDate day) {
        return new Pack(
                world.id(),
                Village.product(cooperative),
                new Lot("X" + world.next()),
                cooperative,
                day,
                List.of(new SheetLines(sheet, List.of(line))),
                grams(packed),
                grams(0),
                claim);
    }

    private AssignRun run(Gtin gtin, Lot lot, RunNumber run, int count, RecognitionId... recognitions) {
        return new AssignRun(world.id(), run, gtin, lot, LabelClass.UNIT, count, Hash.ZERO, List.of(recognitions));
    }

    /** A number in the cooperative's first block, which is never printed under. */
    private static RunNumber spare(CreditCode cooperative) {
        return RunNumber.of((cooperative.equals(COOPERATIVE_A) ? World.BLOCK_A : World.BLOCK_B).value(), 99);
    }

    private static boolean of(Packed batch, Award award) {
        return award.gtin.equals(batch.gtin)
                && award.cooperative.equals(batch.cooperative)
                && batch.recognisedCounties.contains(award.county);
    }

    private static RecognitionId[] ids(List<Award> awards) {
        return awards.stream().map(award -> award.id).toArray(RecognitionId[]::new);
    }

    private static Claim claim(Sheet sheet, int line) {
        return sheet.lines().get(line).recognised ? Claim.RECOGNISED : Claim.ORDINARY;
    }

    private static Quantity millilitres(long value) {
        return new Quantity(value, Unit.MILLILITRE);
    }
}
