package org.yuanhu.chaincode.chance;

import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUT;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_A;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.person;
import static org.yuanhu.chaincode.testledger.World.today;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.registry.AdmitCompanyPrefix;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.Rule;

/** For each rule about the form of a value or a request one that it must refuse: a well-formed act with one thing spoilt. */
final class ForbiddenForms {
    private final Village village;
    private final World world;
    private final Map<Rule, Supplier<Optional<Attempt>>> all = new EnumMap<>(Rule.class);

    ForbiddenForms(Village village) {
        this.village = village;
        this.world = village.world;
        codes();
        quantitiesAndDays();
        labels();
        requests();
    }

    Map<Rule, Supplier<Optional<Attempt>>> all() {
        return all;
    }

    private void codes() {
        spoilt(Rule.FM_01, this::manager, this::product, "gtin", "\"123\"");
        spoilt(Rule.FM_02, this::manager, this::product, "gtin", "\"09520000000012\"");
        spoilt(Rule.FM_03, this::manager, this::product, "gtin", "\"02123456789010\"");
        spoilt(Rule.FM_08, this::manager, this::product, "cooperative", "\"123\"");
        spoilt(Rule.FM_09, this::manager, this::product, "cooperative", "\"93522631MA00000010\"");
        spoilt(Rule.FM_16, this::manager, this::product, "id", "\"a b\"");
        spoilt(Rule.FM_17, this::manager, this::product, "commodity", "\"Walnut\"");
        spoilt(Rule.FM_27, this::manager, this::product, "name", "\"\\\\ud800\"");
        spoilt(Rule.FM_34, this::manager, this::product, "name", "\" x\"");
        spoilt(Rule.FM_35, this::manager, this::product, "name", "\"核\\\\u200b桃\"");
        spoilt(Rule.FM_10, world::province, this::region, "code", "\"5\"");
        spoilt(Rule.FM_36, world::province, this::companyPrefix, "prefix", "\"12\"");
        spoilt(Rule.FM_31, world::province, this::block, "block", "\"12\"");
    }

    private void quantitiesAndDays() {
        spoilt(Rule.FM_11, this::manager, this::product, "value", "-1");
        spoilt(Rule.FM_13, this::manager, this::product, "unit", "\"kg\"");
        spoilt(Rule.FM_14, this::proposer, this::proposal, "season", "\"26\"");
        spoilt(Rule.FM_29, this::proposer, this::proposal, "area", "0");
        spoilt(Rule.FM_26, this::proposer, this::proposal, "area", "100000001");
        spoilt(Rule.FM_15, this::clerk, this::join, "household", "\"xyz\"");
        spoilt(Rule.FM_21, this::clerk, this::join, "day", "\"2026-02-30\"");
        spoilt(Rule.FM_22, this::clerk, this::join, "day", "\"" + today().plusDays(2) + "\"");
        spoilt(Rule.FM_23, this::clerk, this::join, "day", "\"" + today().minusDays(40) + "\"");
        spoilt(Rule.FM_30, this::clerk, this::sheet, "kind", "\"real\"");
        spoilt(Rule.FM_33, () -> world.voucher(COUNTY_A), this::vouch, "to", "\"2000-01-01\"");
        spoilt(Rule.HH_12, () -> world.voucher(COUNTY_A), this::vouch, "field", "\"zzz\"");
    }

    private void labels() {
        spoilt(Rule.FM_04, this::clerk, this::pack, "lot", "\"lot\"");
        spoilt(Rule.FM_05, this::clerk, this::run, "run", "\"12\"");
        spoilt(Rule.FM_18, this::clerk, this::run, "class", "\"box\"");
        spoilt(Rule.FM_19, this::clerk, this::run, "root", "\"00\"");
        spoilt(Rule.LB_06, this::clerk, this::run, "count", "100001");
    }

    private void requests() {
        spoilt(Rule.DC_01, this::manager, this::product, "name", "\"a\"\"b\"");
        spoilt(Rule.DC_02, this::manager, this::product, "name", "\"a\",\"title\":\"b\"");
        spoilt(Rule.DC_03, this::manager, this::product, "value", "1.5");
        all.put(
                Rule.DC_05,
                () -> Optional.of(
                        Attempt.refused(Rule.DC_05, "unknown function", () -> clerk().submitNamed("batch:unpack"))));
        all.put(
                Rule.DC_06,
                () -> Optional.of(Attempt.refused(Rule.DC_06, "no argument", () -> clerk().submit(Operation.PACK))));
        all.put(
                Rule.DC_07,
                () -> Optional.of(Attempt.refused(
                        Rule.DC_07,
                        "nothing private",
                        () -> world.voucher(COUNTY_A)
                                .submit(Operation.ENROL, Codes.household(1).value(), COUNTY_A.value()))));
    }

    private void spoilt(Rule rule, Supplier<Client> client, Supplier<Act> act, String field, String value) {
        all.put(rule, () -> {
            Act sound = act.get();
            String json = Json.write(sound)
                    .replaceFirst(
                            "\"" + field + "\":(\"[^\"]*\"|[0-9]+)",
                            Matcher.quoteReplacement("\"" + field + "\":" + value.replace("\\\\", "\\")));
            return Optional.of(Attempt.refused(rule, json, () -> client.get().submit(sound.operation(), json)));
        });
    }

    private Client manager() {
        return world.manager(COOPERATIVE_A);
    }

    private Client clerk() {
        return world.clerk(COOPERATIVE_A);
    }

    private Client proposer() {
        return village.farms.isEmpty() ? world.proposer(COUNTY_A) : world.proposer(village.farms.get(0).county);
    }

    private RegisterProduct product() {
        return new RegisterProduct(world.id(), WALNUTS_A, WALNUT, "核桃", grams(1), COOPERATIVE_A);
    }

    private AdmitRegion region() {
        return new AdmitRegion(world.id(), COUNTY_A, "样例", "", "", LocalDate.of(2014, 12, 23));
    }

    private AdmitCompanyPrefix companyPrefix() {
        return new AdmitCompanyPrefix(world.id(), World.PREFIX_A, COOPERATIVE_A);
    }

    private AdmitRunBlock block() {
        return new AdmitRunBlock(world.id(), World.BLOCK_A, COOPERATIVE_A);
    }

    private Propose proposal() {
        return new Propose(world.id(), Codes.household(1), WALNUT, SEASON, 1, grams(1));
    }

    private Join join() {
        return new Join(world.id(), COOPERATIVE_A, Codes.household(1), today());
    }

    private RecordSheet sheet() {
        return new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(World.line(Codes.household(1), 1)));
    }

    private Act vouch() {
        Act vouch = world.vouching(
                Codes.household(1),
                COUNTY_A,
                new Enrolment(Codes.household(1), false, person(1).digests(Codes.household(1))));
        return new WithEnd(vouch).ended();
    }

    private Pack pack() {
        return new Pack(
                world.id(),
                WALNUTS_A,
                new Lot("L"),
                COOPERATIVE_A,
                today(),
                List.of(new SheetLines(new ActId("x"), List.of(0))),
                grams(1),
                grams(0),
                Claim.ORDINARY);
    }

    private AssignRun run() {
        return new AssignRun(
                world.id(),
                new RunNumber("52000100"),
                village.batches.isEmpty() ? WALNUTS_A : village.batches.get(0).gtin,
                new Lot("L"),
                LabelClass.UNIT,
                1,
                Hash.ZERO,
                List.of(new RecognitionId("x")));
    }

    /** A vouching whose period of category has an end that can be spoilt. */
    private record WithEnd(Act vouch) {
        Act ended() {
            return Json.read(
                    Json.write(vouch).replaceFirst("(\"from\":\"[^\"]*\")", "$1,\"to\":\"2021-01-01\""),
                    org.yuanhu.chaincode.household.Vouch.class);
        }
    }
}
