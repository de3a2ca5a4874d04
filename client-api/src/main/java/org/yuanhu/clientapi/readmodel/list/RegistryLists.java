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

/** Who and what is admitted, registered and recognised. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "lists", description = "From the read model: a moment behind the ledger, page by page")
public class RegistryLists {
    private static final Listing<Region> REGIONS = new Listing<>(
            Region.class, "code, name, within_regions, list_name, listed_since", "readmodel.region", "code");
    private static final Listing<Cooperative> COOPERATIVES =
            new Listing<>(Cooperative.class, "code, name, county", "readmodel.cooperative", "code");
    private static final Listing<RunBlock> RUN_BLOCKS =
            new Listing<>(RunBlock.class, "block, cooperative", "readmodel.run_block", "block");
    private static final Listing<CompanyPrefix> COMPANY_PREFIXES =
            new Listing<>(CompanyPrefix.class, "prefix, cooperative", "readmodel.company_prefix", "prefix");
    private static final Listing<Commodity> COMMODITIES =
            new Listing<>(Commodity.class, "code, name, unit", "readmodel.commodity", "code");
    private static final Listing<Product> PRODUCTS = new Listing<>(
            Product.class, "gtin, commodity, name, net_content, unit, cooperative", "readmodel.product", "gtin");
    private static final Listing<Scheme> SCHEMES =
            new Listing<>(Scheme.class, "id, name, steps, least_share, categories", "readmodel.scheme", "id");
    private static final Listing<Recognition> RECOGNITIONS = new Listing<>(
            Recognition.class,
            "id, scheme, gtin, cooperative, county, status, step, valid_from, valid_to, reason, revoked_at",
            "readmodel.recognition",
            "id");

    private final JdbcClient sql;

    public RegistryLists(JdbcClient sql) {
        this.sql = sql;
    }

    @GetMapping("/regions")
    @Operation(summary = "Regions admitted")
    public ListPage<Region> regions(Paging paging) {
        return REGIONS.page(sql, new Filters(), paging);
    }

    @GetMapping("/cooperatives")
    @Operation(summary = "Cooperatives admitted")
    public ListPage<Cooperative> cooperatives(Paging paging, @RequestParam(required = false) @Nullable String county) {
        return COOPERATIVES.page(sql, new Filters().with("county", county), paging);
    }

    @GetMapping("/run-blocks")
    @Operation(summary = "Blocks of run numbers given out")
    public ListPage<RunBlock> runBlocks(Paging paging, @RequestParam(required = false) @Nullable String cooperative) {
        return RUN_BLOCKS.page(sql, new Filters().with("cooperative", cooperative), paging);
    }

    @GetMapping("/company-prefixes")
    @Operation(summary = "GS1 company prefixes admitted")
    public ListPage<CompanyPrefix> companyPrefixes(
            Paging paging, @RequestParam(required = false) @Nullable String cooperative) {
        return COMPANY_PREFIXES.page(sql, new Filters().with("cooperative", cooperative), paging);
    }

    @GetMapping("/commodities")
    @Operation(summary = "What is grown or made")
    public ListPage<Commodity> commodities(Paging paging) {
        return COMMODITIES.page(sql, new Filters(), paging);
    }

    @GetMapping("/products")
    @Operation(summary = "Products registered")
    public ListPage<Product> products(
            Paging paging,
            @RequestParam(required = false) @Nullable String cooperative,
            @RequestParam(required = false) @Nullable String commodity) {
        return PRODUCTS.page(sql, new Filters().with("cooperative", cooperative).with("commodity", commodity), paging);
    }

    @GetMapping("/schemes")
    @Operation(summary = "Schemes of recognition")
    public ListPage<Scheme> schemes(Paging paging) {
        return SCHEMES.page(sql, new Filters(), paging);
    }

    @GetMapping("/recognitions")
    @Operation(summary = "Recognitions and how far they have come")
    public ListPage<Recognition> recognitions(
            Paging paging,
            @RequestParam(required = false) @Nullable String gtin,
            @RequestParam(required = false) @Nullable String cooperative,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable String status) {
        Filters filters = new Filters()
                .with("gtin", gtin)
                .with("cooperative", cooperative)
                .with("county", county)
                .with("status", status);
        return RECOGNITIONS.page(sql, filters, paging);
    }

    record Region(String code, String name, String withinRegions, String listName, LocalDate listedSince) {}

    record Cooperative(String code, String name, String county) {}

    record RunBlock(String block, String cooperative) {}

    record CompanyPrefix(String prefix, String cooperative) {}

    record Commodity(String code, String name, String unit) {}

    record Product(String gtin, String commodity, String name, long netContent, String unit, String cooperative) {}

    /**
     * @param leastShare of a batch that must count as recognised, in thousandths
     * @param categories of households whose recognised goods count, with a blank between; all where absent
     */
    record Scheme(
            String id,
            String name,
            int steps,
            int leastShare,
            @Nullable String categories) {}

    record Recognition(
            String id,
            String scheme,
            String gtin,
            String cooperative,
            String county,
            String status,
            @Nullable String step,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String reason,
            @Nullable OffsetDateTime revokedAt) {}
}
