package org.yuanhu.chaincode.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.line;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.ActDocument;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.intake.SheetOrigin;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.read.Page;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedWorld.class)
class EventsTest {
    private final World world;

    EventsTest(World world) {
        this.world = world;
    }

    @Test
    void everyActIsToldOnceAsItStandsOnTheLedgerAndNothingElseIs() {
        HouseholdId household = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000);
        Client clerk = world.clerk(COOPERATIVE_A);
        RecordSheet sheet = new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(household, 600)));
        clerk.submit(sheet);
        clerk.submit(sheet);
        refuses(
                world,
                Rule.MB_01,
                clerk,
                new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(household, 600))));
        List<String> acts = acts();
        // one more act, so that an event too many before it would be seen
        HouseholdId last = world.vouched(world.next(), COUNTY_A);

        List<ChaincodeEvent> events = world.inspector().events(acts.size() + 1);

        assertThat(events.get(acts.size()).getEventName()).isEqualTo(Operation.VOUCH.text());
        assertThat(payload(events.get(acts.size()))).contains(last.value());
        assertThat(events.subList(0, acts.size()).stream().map(EventsTest::payload))
                .containsExactlyInAnyOrderElementsOf(acts);
        ChaincodeEvent ofSheet = events.get(acts.size() - 1);
        ActDocument<RecordSheet, SheetOrigin> document =
                Json.stored("event", payload(ofSheet), new TypeReference<ActDocument<RecordSheet, SheetOrigin>>() {});
        assertThat(ofSheet.getEventName()).isEqualTo("intake:record");
        assertThat(document.act()).isEqualTo(sheet);
        assertThat(document.tx()).isEqualTo(ofSheet.getTransactionId());
        assertThat(document.derived().orElseThrow().counties()).containsExactly(COUNTY_A);
    }

    @Test
    void aReaderThatStoppedGoesOnAfterTheEventItSawLast() {
        HouseholdId first = world.vouched(world.next(), COUNTY_A);
        int seen = acts().size();
        HouseholdId second = world.vouched(world.next(), COUNTY_A);
        HouseholdId third = world.vouched(world.next(), COUNTY_A);
        ChaincodeEvent last = world.inspector().events(seen).get(seen - 1);
        assertThat(payload(last)).contains(first.value());

        List<ChaincodeEvent> next = world.inspector().eventsAfter(last, 2);

        assertThat(payload(next.get(0))).contains(second.value());
        assertThat(payload(next.get(1))).contains(third.value());
    }

    private List<String> acts() {
        List<String> acts = new ArrayList<>();
        String bookmark = "";
        do {
            String answer = world.inspector().evaluate(Operation.LIST, "act", "", "200", bookmark);
            Page page = Json.read(answer, Page.class);
            page.items().stream().map(JsonNode::toString).forEach(acts::add);
            bookmark = page.bookmark();
        } while (!bookmark.isEmpty());
        return acts;
    }

    private static String payload(ChaincodeEvent event) {
        return new String(event.getPayload(), UTF_8);
    }
}
