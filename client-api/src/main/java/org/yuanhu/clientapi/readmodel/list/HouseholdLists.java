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

/** Households by their random ids, what they may bring, and to whom. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "lists")
public class HouseholdLists {
    private static final Listing<Household> HOUSEHOLDS = new Listing<>(
            Household.class, "id, county, category, status, name_shown, vouched_at", "readmodel.household", "id");
    private static final Listing<Membership> MEMBERSHIPS = new Listing<>(
            Membership.class,
            "household, cooperative, member_from, member_to",
            "readmodel.membership",
            "household, cooperative");
    private static final Listing<ProvinceYield> YIELDS = new Listing<>(
            ProvinceYield.class,
            "commodity, season, per_hectare, unit",
            "readmodel.province_yield",
            "season, commodity");
    private static final Listing<Ceiling> CEILINGS = new Listing<>(
            Ceiling.class,
            "household, commodity, season, unit, amount, area, proposed_amount, proposed_area, revisions, confirmed_at",
            "readmodel.ceiling",
            "household, commodity, season");
    private static final Listing<Allotment> ALLOTMENTS = new Listing<>(
            Allotment.class,
            "household, commodity, season, cooperative, page, unit, allotted, taken, allotted - taken as remaining, ended",
            "readmodel.allotment",
            "household, commodity, season, cooperative");

    private final JdbcClient sql;

    public HouseholdLists(JdbcClient sql) {
        this.sql = sql;
    }

    @GetMapping("/households")
    @Operation(summary = "Households vouched for")
    public ListPage<Household> households(
            Paging paging,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String status) {
        Filters filters =
                new Filters().with("county", county).with("category", category).with("status", status);
        return HOUSEHOLDS.page(sql, filters, paging);
    }

    @GetMapping("/memberships")
    @Operation(summary = "Who sells through which cooperative")
    public ListPage<Membership> memberships(
            Paging paging,
            @RequestParam(required = false) @Nullable String household,
            @RequestParam(required = false) @Nullable String cooperative) {
        return MEMBERSHIPS.page(
                sql, new Filters().with("household", household).with("cooperative", cooperative), paging);
    }

    @GetMapping("/yields")
    @Operation(summary = "What a hectare can bear")
    public ListPage<ProvinceYield> yields(
            Paging paging,
            @RequestParam(required = false) @Nullable String commodity,
            @RequestParam(required = false) @Nullable String season) {
        return YIELDS.page(sql, new Filters().with("commodity", commodity).with("season", season), paging);
    }

    @GetMapping("/ceilings")
    @Operation(summary = "How much households may bring, proposed and confirmed")
    public ListPage<Ceiling> ceilings(
            Paging paging,
            @RequestParam(required = false) @Nullable String household,
            @RequestParam(required = false) @Nullable String commodity,
            @RequestParam(required = false) @Nullable String season) {
        Filters filters = new Filters()
                .with("household", household)
                .with("commodity", commodity)
                .with("season", season);
        return CEILINGS.page(sql, filters, paging);
    }

    @GetMapping("/allotments")
    @Operation(summary = "What cooperatives may take in, and what is left of it")
    public ListPage<Allotment> allotments(
            Paging paging,
            @RequestParam(required = false) @Nullable String household,
            @RequestParam(required = false) @Nullable String cooperative,
            @RequestParam(required = false) @Nullable String commodity,
            @RequestParam(required = false) @Nullable String season) {
        Filters filters = new Filters()
                .with("household", household)
                .with("cooperative", cooperative)
                .with("commodity", commodity)
                .with("season", season);
        return ALLOTMENTS.page(sql, filters, paging);
    }

    record Household(
            String id, String county, String category, String status, boolean nameShown, OffsetDateTime vouchedAt) {}

    record Membership(
            String household,
            String cooperative,
            LocalDate memberFrom,
            @Nullable LocalDate memberTo) {}

    record ProvinceYield(String commodity, String season, long perHectare, String unit) {}

    /** Amounts in the unit, areas in square metres. */
    record Ceiling(
            String household,
            String commodity,
            String season,
            String unit,
            @Nullable Long amount,
            @Nullable Long area,
            @Nullable Long proposedAmount,
            @Nullable Long proposedArea,
            int revisions,
            @Nullable OffsetDateTime confirmedAt) {}

    record Allotment(
            String household,
            String commodity,
            String season,
            String cooperative,
            int page,
            String unit,
            long allotted,
            long taken,
            long remaining,
            @Nullable String ended) {}
}
