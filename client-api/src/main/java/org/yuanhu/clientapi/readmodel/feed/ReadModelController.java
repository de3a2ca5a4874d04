package org.yuanhu.clientapi.readmodel.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.clientapi.readmodel.projection.Checkpoint;

/** The read model as a whole. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "read model")
class ReadModelController {
    private final JdbcClient sql;
    private final ReadModelFeed feed;

    ReadModelController(JdbcClient sql, ReadModelFeed feed) {
        this.sql = sql;
        this.feed = feed;
    }

    /** What there is in all, and what was taken in and packed of each commodity. */
    @GetMapping("/dashboard")
    @Operation(summary = "Totals")
    Dashboard dashboard() {
        return new Dashboard(
                sql.sql("select (select count(*) from readmodel.region) as regions,"
                                + " (select count(*) from readmodel.cooperative) as cooperatives,"
                                + " (select count(*) from readmodel.household) as households,"
                                + " (select count(*) from readmodel.product) as products,"
                                + " (select count(*) from readmodel.intake_line) as intake_lines,"
                                + " (select count(*) from readmodel.batch) as batches,"
                                + " (select count(*) from readmodel.print_run) as print_runs,"
                                + " (select coalesce(sum(label_count), 0) from readmodel.print_run) as labels,"
                                + " (select count(*) from readmodel.act) as acts")
                        .query(Totals.class)
                        .single(),
                sql.sql("select commodity, unit, sum(quantity) as taken_in,"
                                + " sum(case when kind = 'recognised' then quantity else 0 end) as recognised,"
                                + " sum(case when gtin is null then 0 else quantity end) as in_batches"
                                + " from readmodel.intake_line group by commodity, unit order by commodity")
                        .query(CommodityTotal.class)
                        .list());
    }

    /** How far the ledger's events are in the read model. */
    @GetMapping("/read-model")
    @Operation(summary = "How far the read model is behind the ledger")
    State state() {
        return new State(
                feed.isConnected(),
                feed.applied().map(Checkpoint::block).orElse(null),
                feed.applied().map(Checkpoint::at).orElse(null),
                feed.waiting(),
                feed.lag().toMillis());
    }

    /** Empties every table of the read model and reads the ledger's events again from block 0; labels go on answering. */
    @PostMapping("/read-model/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Build the read model again from block 0; for administrators")
    State rebuild() {
        feed.rebuild();
        return state();
    }

    record Dashboard(Totals totals, List<CommodityTotal> commodities) {}

    record Totals(
            long regions,
            long cooperatives,
            long households,
            long products,
            long intakeLines,
            long batches,
            long printRuns,
            long labels,
            long acts) {}

    /** In the unit; {@code inBatches} of what was taken in. */
    record CommodityTotal(String commodity, String unit, long takenIn, long recognised, long inBatches) {}

    /** {@code waiting} events are received and not applied, the oldest of them {@code lagMillis} old. */
    record State(
            boolean connected,
            @Nullable Long block,
            @Nullable Instant at,
            int waiting,
            long lagMillis) {}
}
