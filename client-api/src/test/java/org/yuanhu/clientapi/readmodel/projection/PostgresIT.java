package org.yuanhu.clientapi.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.FileSystemUtils;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.connection.ServerIdentity;
import org.yuanhu.clientapi.ledger.event.EventsAfter;
import org.yuanhu.clientapi.readmodel.list.GoodsLists;
import org.yuanhu.clientapi.readmodel.list.HouseholdLists;
import org.yuanhu.clientapi.readmodel.list.Paging;
import org.yuanhu.clientapi.readmodel.list.RegistryLists;
import org.yuanhu.clientapi.season.LoadedSeason;

/** The same SQL on PostgreSQL; left out where the machine has none. */
class PostgresIT {
    private static final int TOGETHER = 200;

    @Test
    void takesTheSameMigrationsEventsAndListsAsH2() throws Exception {
        assumeTrue(
                "true".equals(System.getenv("CI")) || Postgres.isInstalled(),
                "PostgreSQL is not installed on this machine");
        ServerOnRandomPort server = LoadedSeason.shared().server();
        LoadedSeason.awaitQuiet(server);
        Path folder = Files.createTempDirectory("yuanhu-postgres");
        try (Postgres postgres = Postgres.start(folder)) {
            migrate(postgres.database());
            Projection projection = projection(postgres.database());
            List<Recorded> events = events(server);
            for (int first = 0; first < events.size(); first += TOGETHER) {
                projection.apply(events.subList(first, Math.min(first + TOGETHER, events.size())));
            }

            assertThat(projection.checkpoint())
                    .isEqualTo(server.bean(Projection.class).checkpoint());
            assertThat(lists(JdbcClient.create(postgres.database()))).isEqualTo(lists(server.bean(JdbcClient.class)));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void migrate(DataSource database) throws Exception {
        Resource[] scripts = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql");
        List<Resource> inOrder = new ArrayList<>(List.of(scripts));
        inOrder.sort((one, other) -> Integer.compare(version(one), version(other)));
        assertThat(inOrder).hasSizeGreaterThan(1);
        try (Connection connection = database.getConnection()) {
            inOrder.forEach(script -> ScriptUtils.executeSqlScript(connection, script));
        }
    }

    private static int version(Resource script) {
        String name = String.valueOf(script.getFilename());
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static Projection projection(DataSource database) {
        JdbcClient sql = JdbcClient.create(database);
        return new Projection(
                sql,
                new JdbcTransactionManager(database),
                List.of(
                        new RegistryRows(sql),
                        new RecognitionRows(sql),
                        new HouseholdRows(sql),
                        new CeilingRows(sql),
                        new GoodsRows(sql, new JdbcTemplate(database))),
                new SetAside(sql));
    }

    private static List<Recorded> events(ServerOnRandomPort server) {
        long acts = LoadedSeason.acts(server);
        List<Recorded> all = new ArrayList<>();
        try (CloseableIterator<ChaincodeEvent> events = server.bean(Ledger.class)
                .events(server.bean(ServerIdentity.class).reader(), EventsAfter.THE_BEGINNING)) {
            while (all.size() < acts) {
                all.add(Recorded.of(events.next()));
            }
        }
        return all;
    }

    private static Map<String, Object> lists(JdbcClient sql) {
        Paging first = new Paging(0, 200);
        RegistryLists registry = new RegistryLists(sql);
        HouseholdLists households = new HouseholdLists(sql);
        GoodsLists goods = new GoodsLists(sql);
        Map<String, Object> lists = new LinkedHashMap<>();
        lists.put("regions", registry.regions(first));
        lists.put("cooperatives", registry.cooperatives(first, null));
        lists.put("run blocks", registry.runBlocks(first, null));
        lists.put("company prefixes", registry.companyPrefixes(first, null));
        lists.put("commodities", registry.commodities(first));
        lists.put("products", registry.products(first, null, null));
        lists.put("schemes", registry.schemes(first));
        lists.put("recognitions", registry.recognitions(first, null, null, null, null));
        lists.put("revoked", registry.recognitions(first, null, null, null, "revoked"));
        lists.put("households", households.households(first, null, null, null));
        lists.put("memberships", households.memberships(first, null, null));
        lists.put("yields", households.yields(first, null, null));
        lists.put("ceilings", households.ceilings(first, null, null, "2026"));
        lists.put("allotments", households.allotments(new Paging(1, 100), null, null, null, null));
        lists.put("sheets", goods.sheets(first, null, null));
        lists.put("lines", goods.lines(new Paging(3, 200), null, null, null, null, null));
        lists.put("batches", goods.batches(first, null, null, null));
        lists.put("print runs", goods.printRuns(first, null, null, null));
        lists.put("acts", goods.acts(new Paging(2, 200), null, null, null));
        return lists;
    }
}
