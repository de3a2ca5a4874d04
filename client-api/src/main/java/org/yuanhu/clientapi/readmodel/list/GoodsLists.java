package org.yuanhu.clientapi.readmodel.list;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was handed in, packed and labelled, and every act there was. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "lists")
public class GoodsLists {
    private static final Listing<Sheet> SHEETS = new Listing<>(
            Sheet.class,
            "id, cooperative, season, line_count, first_day, last_day, entered_at",
            "readmodel.intake_sheet",
            "entered_at desc, id");
    private static final Listing<Line> LINES = new Listing<>(
            Line.class,
            "sheet, line, household, county, commodity, quantity, unit, grade, weighed_on, kind, confirmed,"
                    + " categories, gtin, lot",
            "readmodel.intake_line",
            "sheet, line");
    private static final Listing<Batch> BATCHES = new Listing<>(
            Batch.class,
            "gtin, lot, cooperative, claim, unit, quantity, recognised, loss, labels_left, line_count, households,"
                    + " packed_on, entered_at",
            "readmodel.batch",
            "entered_at desc, gtin, lot");
    private static final Listing<PrintRun> PRINT_RUNS = new Listing<>(
            PrintRun.class,
            "run, gtin, lot, label_class, label_count, root, cooperative, recorded_at",
            "readmodel.print_run",
            "run");
    private static final Listing<ActEntry> ACTS = new Listing<>(
            ActEntry.class,
            "id, act_type, msp, role_name, cooperative, region, holder, transaction_id, block_number, recorded_at",
            "readmodel.act",
            "recorded_at desc, id");

    private final JdbcClient sql;

    public GoodsLists(JdbcClient sql) {
        this.sql = sql;
    }

    @GetMapping("/intake-sheets")
    @Operation(summary = "Intake sheets, latest first")
    public ListPage<Sheet> sheets(
            Paging paging,
            @RequestParam(required = false) @Nullable String cooperative,
            @RequestParam(required = false) @Nullable String season) {
        return SHEETS.page(sql, new Filters().with("cooperative", cooperative).with("season", season), paging);
    }

    @GetMapping("/intake-lines")
    @Operation(summary = "Lines of intake sheets, by sheet, household or the batch they are in")
    public ListPage<Line> lines(
            Paging paging,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(required = false) @Nullable String household,
            @RequestParam(required = false) @Nullable String commodity,
            @RequestParam(required = false) @Nullable String gtin,
            @RequestParam(required = false) @Nullable String lot) {
        Filters filters = new Filters()
                .with("sheet", sheet)
                .with("household", household)
                .with("commodity", commodity)
                .with("gtin", gtin)
                .with("lot", lot);
        return LINES.page(sql, filters, paging);
    }

    @GetMapping("/batches")
    @Operation(summary = "Batches, latest first")
    public ListPage<Batch> batches(
            Paging paging,
            @RequestParam(required = false) @Nullable String cooperative,
            @RequestParam(required = false) @Nullable String gtin,
            @RequestParam(required = false) @Nullable String claim) {
        Filters filters = new Filters()
                .with("cooperative", cooperative)
                .with("gtin", gtin)
                .with("claim", claim);
        return BATCHES.page(sql, filters, paging);
    }

    @GetMapping("/print-runs")
    @Operation(summary = "Print runs")
    public ListPage<PrintRun> printRuns(
            Paging paging,
            @RequestParam(required = false) @Nullable String cooperative,
            @RequestParam(required = false) @Nullable String gtin,
            @RequestParam(required = false) @Nullable String lot) {
        Filters filters = new Filters()
                .with("cooperative", cooperative)
                .with("gtin", gtin)
                .with("lot", lot);
        return PRINT_RUNS.page(sql, filters, paging);
    }

    @GetMapping("/acts")
    @Operation(summary = "Every act, latest first: who did what, when, in which block")
    public ListPage<ActEntry> acts(
            Paging paging,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String cooperative,
            @RequestParam(required = false) @Nullable String region) {
        Filters filters = new Filters()
                .with("act_type", type)
                .with("cooperative", cooperative)
                .with("region", region);
        return ACTS.page(sql, filters, paging);
    }

    record Sheet(
            String id,
            String cooperative,
            String season,
            int lineCount,
            LocalDate firstDay,
            LocalDate lastDay,
            OffsetDateTime enteredAt) {}

    /**
     * A line's number is its place in the sheet, from 0; it is in a batch if it has a GTIN and lot.
     *
     * @param categories of the household on the day of weighing, with a blank between; absent where the sheet does not say
     */
    record Line(
            String sheet,
            int line,
            String household,
            String county,
            String commodity,
            long quantity,
            String unit,
            String grade,
            LocalDate weighedOn,
            String kind,
            String confirmed,
            @Nullable String categories,
            @Nullable String gtin,
            @Nullable String lot) {}

    /** Quantities in the unit; {@code labelsLeft} is what no label stands for yet. */
    record Batch(
            String gtin,
            String lot,
            String cooperative,
            String claim,
            String unit,
            long quantity,
            long recognised,
            long loss,
            long labelsLeft,
            int lineCount,
            int households,
            LocalDate packedOn,
            OffsetDateTime enteredAt) {}

    record PrintRun(
            String run,
            String gtin,
            String lot,
            String labelClass,
            int labelCount,
            String root,
            String cooperative,
            OffsetDateTime recordedAt) {}

    record ActEntry(
            String id,
            String actType,
            String msp,
            String roleName,
            @Nullable String cooperative,
            @Nullable String region,
            String holder,
            String transactionId,
            long blockNumber,
            OffsetDateTime recordedAt) {}
}
