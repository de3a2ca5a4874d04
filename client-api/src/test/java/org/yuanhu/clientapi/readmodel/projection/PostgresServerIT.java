package org.yuanhu.clientapi.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import org.yuanhu.clientapi.ServerOnRandomPort.Client;
import org.yuanhu.clientapi.readmodel.feed.ReadModelFeed;
import org.yuanhu.clientapi.season.LoadedSeason;

/** The whole server on PostgreSQL, by configuration alone. */
class PostgresServerIT {
    private static final Duration BEFORE = Duration.ofSeconds(3);
    private static final Duration GONE = Duration.ofSeconds(8);
    private static final Duration RECOVERS = Duration.ofSeconds(60);
    private static final int CLIENTS = 6;

    @TempDir
    Path home;

    private Path folder;
    private Postgres postgres;
    private ServerOnRandomPort server;

    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void start() throws Exception {
        boolean continuousIntegration = "true".equals(System.getenv("CI"));
        assumeTrue(continuousIntegration || Postgres.isInstalled(), "PostgreSQL is not installed on this machine");
        folder = Files.createTempDirectory("yuanhu-postgres-server");
        postgres = Postgres.start(folder);
        server = ServerOnRandomPort.start(home, postgres.options());
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
        if (postgres != null) {
            postgres.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Test
    void losesNothingWhenTheDatabaseIsRestartedUnderLoadAndRecoversByItself() throws Exception {
        Client province = server.as("province");
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            clients.execute(() -> actAndRead(province, going));
        }
        await(() -> acknowledged.size() > CLIENTS);
        TimeUnit.MILLISECONDS.sleep(BEFORE.toMillis());

        postgres.crash();
        TimeUnit.MILLISECONDS.sleep(GONE.toMillis());
        Answer meanwhile = province.get("/api/v1/commodities");
        postgres.startAgain();
        Instant back = Instant.now();
        await(() -> province.get("/api/v1/commodities").status() == 200);
        TimeUnit.MILLISECONDS.sleep(BEFORE.toMillis());
        going.set(false);
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(meanwhile.status()).as(meanwhile.toString()).isEqualTo(503);
        assertThat(meanwhile.header("Content-Type")).contains("application/problem+json");
        assertThat(meanwhile.text()).contains("database does not answer");
        assertThat(statuses).isSubsetOf(200, 201, 503);
        assertThat(Duration.between(back, Instant.now())).isLessThan(RECOVERS);
        for (String act : acknowledged) {
            assertThat(province.get("/api/v1/acts/" + act).status()).isEqualTo(200);
        }
        LoadedSeason.awaitQuiet(server);
        List<String> read = acts();
        assertThat(read).doesNotHaveDuplicates().containsAll(acknowledged);
        server.bean(ReadModelFeed.class).rebuild();
        await(() -> acts().size() == read.size());
        assertThat(acts()).isEqualTo(read);
    }

    private void actAndRead(Client client, AtomicBoolean going) {
        while (going.get()) {
            String id = "under-load-" + numbers.incrementAndGet();
            Map<String, String> act = Map.of("id", id, "code", id, "name", "示例品类", "unit", "g");
            int status = client.post("/api/v1/commodities", act).status();
            statuses.add(status);
            statuses.add(client.get("/api/v1/commodities").status());
            if (status < 300) {
                acknowledged.add(id);
            }
        }
    }

    private List<String> acts() {
        return server.bean(JdbcClient.class)
                .sql("select id from readmodel.act order by id")
                .query(String.class)
                .list();
    }

    private static void await(java.util.function.BooleanSupplier holds) throws InterruptedException {
        Instant end = Instant.now().plus(RECOVERS);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
