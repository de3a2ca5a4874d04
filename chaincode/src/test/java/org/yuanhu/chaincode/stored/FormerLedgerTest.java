package org.yuanhu.chaincode.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.BLOCK_A;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_A;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.line;
import static org.yuanhu.chaincode.testledger.World.today;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.attest.Attestation;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.CategoryWeight;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.chaincode.testledger.EmbeddedTestLedger;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.Rule;

/** Goods that came onto the ledger before lines carried categories are weighed, packed, labelled and told as before. */
class FormerLedgerTest {
    private static final Lot LOT = new Lot("FORMER");

    @TempDir
    private Path folder;

    @Test
    void anAllotmentWithoutCategoriesLeavesThemToTheHousehold() throws Exception {
        UnaryOperator<String> former = document -> document.startsWith("{\"format\":\"yuanhu-allotment-v1\"")
                ? document.replaceAll(",\"categories\":\\[[^\\]]*\\]", "")
                : document;
        try (World world = world(former)) {
            pack(world);
            assertThat(allotments(world)).contains("\"taken\"").doesNotContain("categories");
            assertThat(batch(world).basis().orElseThrow().recognisedLines())
                    .containsExactly(new CategoryWeight(List.of(Category.LIFTED), grams(10_000)));
            world.clerk(COOPERATIVE_A).submit(run(world, 0, World.HALF));
        }
    }

    @Test
    void linesWithoutCategoriesCountWhereASchemeNamesNoneAndNowhereElse() throws Exception {
        UnaryOperator<String> former = document -> document.contains("\"type\":\"intake:record\"")
                ? document.replaceAll(",\"categories\":\\[(?:\\[[^\\]]*\\],?)*\\]", "")
                : document;
        try (World world = world(former)) {
            pack(world);
            assertThat(batch(world).basis().orElseThrow().recognisedLines())
                    .containsExactly(new CategoryWeight(List.of(), grams(10_000)));
            mustBeLabelledUnderTheStrictSchemeOnly(world);
        }
    }

    @Test
    void aBatchWithoutWeightsByCategoryIsLabelledAndToldAsBefore() throws Exception {
        UnaryOperator<String> former = document -> document.startsWith("{\"format\":\"yuanhu-batch-v1\"")
                ? document.replaceAll(",\"seasons\":.*", "}")
                : document;
        try (World world = world(former)) {
            pack(world);
            assertThat(batch(world).basis()).isEmpty();
            RunNumber run = mustBeLabelledUnderTheStrictSchemeOnly(world);
            Attestation told = Json.read(
                    world.platform().evaluate(Operation.ATTEST, run.value(), "0", "00".repeat(16)), Attestation.class);
            assertThat(told.findings().share().perMille()).isEqualTo(1_000);
            assertThat(told.findings().seasons()).isEmpty();
            assertThat(told.findings().notices()).isEmpty();
        }
    }

    private static RunNumber mustBeLabelledUnderTheStrictSchemeOnly(World world) {
        refuses(world, Rule.RN_08, world.clerk(COOPERATIVE_A), run(world, 0, World.HALF));
        AssignRun strict = run(world, 1, World.SCHEME);
        world.clerk(COOPERATIVE_A).submit(strict);
        return strict.run();
    }

    private World world(UnaryOperator<String> former) throws Exception {
        World world = World.on(EmbeddedTestLedger.start(folder, chaincode -> new FormerChaincode(chaincode, former)));
        world.found();
        return world;
    }

    private static void pack(World world) {
        HouseholdId grower = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 10_000);
        RecordSheet sheet = new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(grower, 10_000)));
        world.clerk(COOPERATIVE_A).submit(sheet);
        world.clerk(COOPERATIVE_A)
                .submit(new Pack(
                        world.id(),
                        WALNUTS_A,
                        LOT,
                        COOPERATIVE_A,
                        today(),
                        List.of(new SheetLines(sheet.id(), List.of(0))),
                        grams(9_999),
                        grams(1),
                        Claim.RECOGNISED));
    }

    private static AssignRun run(World world, int number, SchemeId scheme) {
        RecognitionId recognition =
                world.granted("former-" + number, scheme, WALNUTS_A, COOPERATIVE_A, COUNTY_A, today().plusDays(9));
        return new AssignRun(
                world.id(),
                RunNumber.of(BLOCK_A.value(), number),
                WALNUTS_A,
                LOT,
                LabelClass.UNIT,
                1,
                Hash.ZERO,
                List.of(recognition));
    }

    private static Batch batch(World world) {
        String text = world.inspector().evaluate(Operation.GET, "batch", WALNUTS_A + "/" + LOT);
        return Json.stored("batch", text, Batch.class);
    }

    private static String allotments(World world) {
        return world.inspector().evaluate(Operation.LIST, "allotment", "", "10", "");
    }
}
