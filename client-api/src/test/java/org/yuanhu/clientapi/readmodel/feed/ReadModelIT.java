package org.yuanhu.clientapi.readmodel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.connection.ServerIdentity;
import org.yuanhu.clientapi.ledger.event.EventsAfter;
import org.yuanhu.clientapi.readmodel.projection.Checkpoint;
import org.yuanhu.clientapi.readmodel.projection.Projection;
import org.yuanhu.clientapi.readmodel.projection.Received;
import org.yuanhu.clientapi.readmodel.projection.Recorded;
import org.yuanhu.clientapi.readmodel.projection.Unreadable;
import org.yuanhu.clientapi.season.LoadedSeason;
import org.yuanhu.clientapi.welcome.LabelsToScan;
import tools.jackson.databind.JsonNode;

class ReadModelIT {
    private static final List<String> TABLES = List.of(
            "act",
            "allotment",
            "batch",
            "ceiling",
            "commodity",
            "company_prefix",
            "cooperative",
            "household",
            "intake_line",
            "intake_sheet",
            "membership",
            "print_run",
            "product",
            "province_yield",
            "recognition",
            "region",
            "run_block",
            "scheme");

    private static ServerOnRandomPort server;

    private static Stream<Thread> feeding() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("read-model"));
    }

    @BeforeAll
    static void load() {
        server = LoadedSeason.shared().server();
        await(() -> feed().isConnected() && feed().waiting() == 0 && count("print_run") == 24 && count("act") >= 1_166);
    }

    @Test
    void isTheSameAfterItWasEmptiedAndBuiltAgainFromBlockZero() {
        Map<String, String> before = everything();

        feed().rebuild();
        await(() -> feed().applied().isEmpty() || feed().applied().get().block() < 600);
        await(() -> everything().equals(before));
    }

    @Test
    void waitsForTheNextEventWithoutLookingForOne() {
        await(() -> feeding()
                .allMatch(thread -> thread.getState() == Thread.State.WAITING
                        && Arrays.stream(thread.getStackTrace())
                                .anyMatch(frame -> frame.getMethodName().equals("take"))));
    }

    @Test
    void isUnchangedByEventsThatComeAgain() {
        Map<String, String> before = everything();
        List<Recorded> all = new ArrayList<>();
        try (CloseableIterator<ChaincodeEvent> events = server.bean(Ledger.class)
                .events(server.bean(ServerIdentity.class).reader(), EventsAfter.THE_BEGINNING)) {
            while (all.size() < count("act")) {
                all.add(Recorded.of(events.next()));
            }
        }

        server.bean(Projection.class).apply(all);

        assertThat(all).hasSizeGreaterThan(1_000);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void keepsNeitherAnEventsRowsNorItsCheckpointIfOneOfThemFails() {
        Map<String, String> before = everything();
        Checkpoint at = server.bean(Projection.class).checkpoint().orElseThrow();
        Recorded region = first("registry:admitRegion");
        JdbcClient sql = server.bean(JdbcClient.class);
        String id = region.document().id().value();
        sql.sql("delete from readmodel.act where id = ?").param(id).update();

        // the region's row is still there: to insert it again must fail
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> server.bean(Projection.class).apply(List.of(region)));

        assertThat(server.bean(Projection.class).checkpoint()).contains(at);
        assertThat(sql.sql("select count(*) from readmodel.act where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        feed().rebuild();
        await(() -> everything().equals(before));
    }

    @Test
    void setsAsideAnEventThatCannotBeAppliedAndGoesOnWithTheOthers() {
        Map<String, String> before = everything();
        Projection projection = server.bean(Projection.class);
        JdbcClient sql = server.bean(JdbcClient.class);
        Recorded region = first("registry:admitRegion");
        Recorded cooperative = first("registry:admitCooperative");
        for (Recorded applied : List.of(region, cooperative)) {
            sql.sql("delete from readmodel.act where id = ?")
                    .param(applied.document().id().value())
                    .update();
        }
        sql.sql("delete from readmodel.cooperative where code = ?")
                .param(cooperative.document().act().get("code").asString())
                .update();
        Received unreadable = new Unreadable(region.block(), "ff".repeat(32), "DC-04");

        // to insert the region again must fail; the cooperative behind it goes in
        projection.applyOrSetAside(List.of(region, unreadable, cooperative));
        projection.applyOrSetAside(List.of(region, unreadable, cooperative));

        assertThat(everything().get("cooperative")).isEqualTo(before.get("cooperative"));
        assertThat(projection.checkpoint().orElseThrow().transaction()).isEqualTo(cooperative.transaction());
        assertThat(sql.sql("select transaction_id, problem from readmodel.set_aside order by problem")
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly(unreadable.transaction() + " DC-04", region.transaction() + " DuplicateKeyException");
        ServerOnRandomPort.Client clerk = server.as("clerk-1");
        assertThat(clerk.get("/actuator/prometheus").text()).contains("yuanhu_readmodel_setaside 2.0");
        assertThat(server.as("county-a")
                        .get("/actuator/health")
                        .json()
                        .at("/components/readModel/details/setAside")
                        .asInt())
                .isEqualTo(2);

        feed().rebuild();
        await(() -> everything().equals(before));
        assertThat(count("set_aside")).isZero();
    }

    @Test
    void agreesWithTheLedgerOnWhatIsTakenAndWhatIsLeft() {
        JsonNode allotments = server.as("inspector")
                .get("/api/v1/allotments?size=200&cooperative=93520527MA0000015Q&commodity=walnut-in-shell")
                .json();
        JsonNode page = server.as("inspector")
                .get("/api/v1/ledger/allotment?prefix=93520527MA0000015Q/walnut-in-shell/2026")
                .json()
                .at("/items/0/entries");
        assertThat(allotments.get("total").asInt()).isEqualTo(page.size()).isGreaterThan(20);
        for (JsonNode entry : page) {
            JsonNode row = find(
                    allotments.get("items"), "household", entry.get("household").asString());
            assertThat(row.get("taken").asLong())
                    .isEqualTo(entry.at("/taken/value").asLong());
            assertThat(row.get("allotted").asLong())
                    .isEqualTo(entry.at("/allotted/value").asLong());
        }
        JsonNode batch = server.as("inspector")
                .get("/api/v1/batches?gtin=09520000000110&size=1")
                .json()
                .at("/items/0");
        JsonNode balance = server.as("inspector")
                .get("/api/v1/batches/09520000000110/" + batch.get("lot").asString() + "/balance")
                .json();
        assertThat(batch.get("labelsLeft").asLong())
                .isEqualTo(balance.at("/left/value").asLong());
    }

    @Test
    void isNotNeededToAnswerForALabel() throws Exception {
        Map<String, String> before = everything();
        String label = server.bean(LabelsToScan.class).some(1).get(0);
        String path = label.substring(label.indexOf("/01/"));

        server.bean(Projection.class).empty();
        ServerOnRandomPort.Answer answer = server.anybody().get(path);
        feed().rebuild();

        assertThat(answer.status()).isEqualTo(200);
        await(() -> everything().equals(before));
    }

    @Test
    void holdsNoPersonalData() {
        String all = everything().values().toString();
        assertThat(all).contains("示例·赫章核桃蜂蜜农民专业合作社");
        assertThat(all)
                .doesNotContain("样例户主")
                .doesNotContain("0000001980")
                .doesNotContain("1000000000")
                .doesNotContain("赫章第");
    }

    @Test
    void listsPageByPageWithoutGapsOrOverlap() {
        List<String> ids = new ArrayList<>();
        ServerOnRandomPort.Client client = server.as("inspector");
        for (int page = 0; page < 3; page++) {
            for (JsonNode item :
                    client.get("/api/v1/households?size=50&page=" + page).json().get("items")) {
                ids.add(item.get("id").asString());
            }
        }
        assertThat(ids).hasSize(138).doesNotHaveDuplicates();
        assertThat(client.get("/api/v1/households?size=201").status()).isEqualTo(422);
        assertThat(client.get("/api/v1/households?size=0").status()).isEqualTo(422);
        assertThat(client.get("/api/v1/households?county=520527")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void isRebuiltByAdministratorsOnlyAndSaysHowFarItIs() {
        ServerOnRandomPort.Client clerk = server.as("clerk-1");
        assertThat(clerk.post("/api/v1/read-model/rebuild", "").status()).isEqualTo(403);
        JsonNode state = clerk.get("/api/v1/read-model").json();
        assertThat(state.get("connected").asBoolean()).isTrue();
        assertThat(state.get("block").asLong()).isPositive();
        assertThat(clerk.get("/actuator/prometheus").text()).contains("yuanhu_readmodel_lag_seconds");
        assertThat(clerk.get("/actuator/health")
                        .json()
                        .at("/components/readModel/status")
                        .asString())
                .isEqualTo("UP");
    }

    private static ReadModelFeed feed() {
        return server.bean(ReadModelFeed.class);
    }

    private static Recorded first(String type) {
        try (CloseableIterator<ChaincodeEvent> events = server.bean(Ledger.class)
                .events(server.bean(ServerIdentity.class).reader(), EventsAfter.THE_BEGINNING)) {
            while (true) {
                ChaincodeEvent event = events.next();
                if (event.getEventName().equals(type)) {
                    return Recorded.of(event);
                }
            }
        }
    }

    private static JsonNode find(JsonNode rows, String field, String value) {
        for (JsonNode row : rows) {
            if (row.get(field).asString().equals(value)) {
                return row;
            }
        }
        throw new AssertionError("No row with " + field + " " + value);
    }

    /** Every table's rows as text, in an order of their own. */
    private static Map<String, String> everything() {
        Map<String, String> everything = new LinkedHashMap<>();
        for (String table : TABLES) {
            everything.put(
                    table,
                    server.bean(JdbcClient.class).sql("select * from readmodel." + table).query().listOfRows().stream()
                            .map(Object::toString)
                            .sorted()
                            .toList()
                            .toString());
        }
        return everything;
    }

    private static long count(String table) {
        return server.bean(JdbcClient.class)
                .sql("select count(*) from readmodel." + table)
                .query(Long.class)
                .single();
    }

    private static void await(Supplier<Boolean> what) {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!what.get()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
