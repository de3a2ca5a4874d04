package org.yuanhu.chaincode.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_B;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_B;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.line;
import static org.yuanhu.chaincode.testledger.World.ordinary;
import static org.yuanhu.chaincode.testledger.World.today;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.ActDocument;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.intake.SheetOrigin;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.read.Page;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.StateDigest;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.HouseholdId;
import org.yuanhu.vocabulary.Lot;
import org.yuanhu.vocabulary.Rule;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

class OnceTest {
    @TempDir
    private Path folder;

    @Test
    void anActHappensOnceAndItsIdNeverMeansSomethingElse() throws Exception {
        try (World world = World.founded(folder)) {
            HouseholdId household = world.grower(1, COUNTY_A, COOPERATIVE_A, 1_000);
            Client clerk = world.clerk(COOPERATIVE_A);
            RecordSheet sheet = new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(household, 600)));
            assertThat(clerk.submit(sheet).repeated()).isFalse();

            String before = StateDigest.of(world);
            assertThat(clerk.submit(sheet).repeated()).isTrue();
            String spaced = Json.write(sheet).replace(":", " : ");
            assertThat(clerk.submit(Operation.RECORD_SHEET, spaced)).contains("\"repeated\":true");
            assertThat(StateDigest.of(world)).isEqualTo(before);

            RecordSheet other = new RecordSheet(sheet.id(), COOPERATIVE_A, SEASON, List.of(line(household, 1)));
            refuses(world, Rule.ID_01, clerk, other);
            refuses(world, Rule.ID_01, clerk, new Join(sheet.id(), COOPERATIVE_A, household, today()));
            refuses(world, Rule.AC_06, world.clerk(COOPERATIVE_B), sheet);

            assertOneEventForEachAct(world, sheet);
        }
    }

    private static void assertOneEventForEachAct(World world, RecordSheet sheet) {
        List<JsonNode> acts = new ArrayList<>();
        Page page = Json.read(world.inspector().evaluate(Operation.LIST, "act", "", "200", ""), Page.class);
        acts.addAll(page.items());
        assertThat(page.bookmark()).isEmpty();
        // one more act, so that an event too many before it would be seen
        HouseholdId last = world.vouched(2, COUNTY_A);
        List<ChaincodeEvent> events = world.inspector().events(acts.size() + 1);
        assertThat(events.get(acts.size()).getEventName()).isEqualTo(Operation.VOUCH.text());
        assertThat(new String(events.get(acts.size()).getPayload(), UTF_8)).contains(last.value());
        List<String> payloads = events.subList(0, acts.size()).stream()
                .map(event -> new String(event.getPayload(), UTF_8))
                .toList();
        assertThat(payloads)
                .containsExactlyInAnyOrderElementsOf(
                        acts.stream().map(JsonNode::toString).toList());
        ChaincodeEvent ofSheet = events.get(acts.size() - 1);
        ActDocument<RecordSheet, SheetOrigin> document = Json.read(
                new String(ofSheet.getPayload(), UTF_8), new TypeReference<ActDocument<RecordSheet, SheetOrigin>>() {});
        assertThat(ofSheet.getEventName()).isEqualTo("intake:record");
        assertThat(document.act()).isEqualTo(sheet);
        assertThat(document.tx()).isEqualTo(ofSheet.getTransactionId());
        assertThat(document.derived().orElseThrow().counties()).containsExactly(COUNTY_A);
    }

    @Test
    void clerksOfTwoCooperativesNeverConflict() throws Exception {
        try (World world = World.founded(folder)) {
            HouseholdId shared = world.member(1, COUNTY_A, COOPERATIVE_A);
            world.raise(shared, COUNTY_A, 2_000_000);
            world.clerk(COOPERATIVE_B).submit(new Join(world.id(), COOPERATIVE_B, shared, today()));
            world.proposer(COUNTY_A).submit(world.allot(shared, COOPERATIVE_A, 0, 1_000_000));
            world.proposer(COUNTY_A).submit(world.allot(shared, COOPERATIVE_B, 0, 1_000_000));
            HouseholdId ofB = world.grower(2, COUNTY_B, COOPERATIVE_B, 1_000_000);

            ExecutorService clerks = Executors.newFixedThreadPool(2);
            try {
                CountDownLatch start = new CountDownLatch(2);
                Future<?> a = clerks.submit(() -> work(world, COOPERATIVE_A, List.of(shared), start));
                Future<?> b = clerks.submit(() -> work(world, COOPERATIVE_B, List.of(shared, ofB), start));
                a.get();
                b.get();
            } finally {
                clerks.shutdown();
            }
        }
    }

    /** A clerk's work; a conflict would come out of it as an exception. */
    private static Void work(World world, CreditCode cooperative, List<HouseholdId> households, CountDownLatch start)
            throws InterruptedException {
        Client clerk = world.clerk(cooperative);
        start.countDown();
        start.await();
        for (int i = 0; i < 60; i++) {
            List<IntakeLine> lines = new ArrayList<>();
            households.forEach(household -> lines.add(line(household, 100)));
            households.forEach(household -> lines.add(ordinary(household, 100)));
            RecordSheet sheet = new RecordSheet(world.id(), cooperative, SEASON, lines);
            clerk.submit(sheet);
            clerk.submit(new Pack(
                    world.id(),
                    cooperative.equals(COOPERATIVE_A) ? World.WALNUTS_A : World.WALNUTS_B,
                    new Lot("L" + i),
                    cooperative,
                    today(),
                    List.of(new SheetLines(sheet.id(), List.of(0))),
                    World.grams(100),
                    World.grams(0),
                    Claim.RECOGNISED));
        }
        return null;
    }
}
