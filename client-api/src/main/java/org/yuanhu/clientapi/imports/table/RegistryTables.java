package org.yuanhu.clientapi.imports.table;

import static org.yuanhu.clientapi.imports.table.Columns.COMMODITY;
import static org.yuanhu.clientapi.imports.table.Columns.COOPERATIVE;
import static org.yuanhu.clientapi.imports.table.Columns.COUNTY;
import static org.yuanhu.clientapi.imports.table.Columns.GTIN;
import static org.yuanhu.clientapi.imports.table.Columns.HOUSEHOLD;
import static org.yuanhu.clientapi.imports.table.Columns.NAME;
import static org.yuanhu.clientapi.imports.table.Columns.UNIT;

import java.math.BigDecimal;
import java.util.List;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.membership.Leave;
import org.yuanhu.chaincode.registry.AdmitCompanyPrefix;
import org.yuanhu.chaincode.registry.AdmitCooperative;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.registry.BlockNumber;
import org.yuanhu.clientapi.imports.plan.PlannedSubmission;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.SheetDay;
import org.yuanhu.vocabulary.goods.CompanyPrefix;
import org.yuanhu.vocabulary.registry.RegionCode;

/** Regions, cooperatives, their members, and what they make. */
final class RegistryTables {
    private static final Column<RegionCode> REGION = Column.code("code", "地区代码", RegionCode::new);
    private static final Column<String> WITHIN = Column.words("within", "上级").optional();
    private static final Column<String> LIST = Column.words("list", "名单").optional();
    private static final Column<SheetDay> SINCE = Column.day("since", "列入日期");
    private static final Column<BlockNumber> BLOCK = Column.code("block", "号段", BlockNumber::new);
    private static final Column<CompanyPrefix> PREFIX = Column.code("prefix", "厂商识别代码", CompanyPrefix::new);
    private static final Column<BigDecimal> NET_CONTENT = Column.decimal("net_content", "净含量");
    private static final Column<Boolean> JOINS =
            Column.oneOf("action", "动作", Columns.words("加入", true, "退出", false, "join", true, "leave", false));
    private static final Column<SheetDay> DAY = Column.day("day", "日期");

    static final Table REGIONS = new RowTable(
            "regions",
            List.of(REGION, NAME, WITHIN, LIST, SINCE),
            row -> row.get(REGION),
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(),
                    row.get(REGION),
                    new AdmitRegion(
                            id,
                            row.get(REGION),
                            row.get(NAME),
                            row.find(WITHIN).orElse(""),
                            row.find(LIST).orElse(""),
                            row.get(SINCE).on(basis.day()))));

    static final Table COOPERATIVES = new RowTable(
            "cooperatives",
            List.of(COOPERATIVE, NAME, COUNTY),
            row -> row.get(COOPERATIVE),
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(),
                    row.get(COOPERATIVE),
                    new AdmitCooperative(id, row.get(COOPERATIVE), row.get(NAME), row.get(COUNTY))));

    static final Table RUN_BLOCKS = new RowTable(
            "run-blocks",
            List.of(BLOCK, COOPERATIVE),
            row -> row.get(BLOCK),
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(), row.get(BLOCK), new AdmitRunBlock(id, row.get(BLOCK), row.get(COOPERATIVE))));

    static final Table COMPANY_PREFIXES = new RowTable(
            "company-prefixes",
            List.of(PREFIX, COOPERATIVE),
            row -> row.get(PREFIX),
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(), row.get(PREFIX), new AdmitCompanyPrefix(id, row.get(PREFIX), row.get(COOPERATIVE))));

    static final Table COMMODITIES = new RowTable(
            "commodities",
            List.of(COMMODITY, NAME, UNIT),
            row -> row.get(COMMODITY),
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(),
                    row.get(COMMODITY),
                    new DefineCommodity(
                            id, row.get(COMMODITY), row.get(NAME), row.get(UNIT).unit())));

    static final Table PRODUCTS = new RowTable(
            "products",
            List.of(GTIN, COMMODITY, NAME, NET_CONTENT, UNIT, COOPERATIVE),
            row -> row.get(GTIN),
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(),
                    row.get(GTIN),
                    new RegisterProduct(
                            id,
                            row.get(GTIN),
                            row.get(COMMODITY),
                            row.get(NAME),
                            row.get(UNIT).of(NET_CONTENT.english(), row.get(NET_CONTENT)),
                            row.get(COOPERATIVE))));

    static final Table MEMBERSHIPS = new RowTable(
            "memberships",
            List.of(COOPERATIVE, HOUSEHOLD, JOINS, DAY),
            row -> List.of(row.get(COOPERATIVE), row.get(HOUSEHOLD), row.get(JOINS)),
            (row, id, basis) -> PlannedSubmission.of(
                    row.number(),
                    row.get(COOPERATIVE) + "/" + row.get(HOUSEHOLD),
                    row.get(JOINS)
                            ? new Join(
                                    id,
                                    row.get(COOPERATIVE),
                                    row.get(HOUSEHOLD),
                                    row.get(DAY).on(basis.day()))
                            : new Leave(
                                    id,
                                    row.get(COOPERATIVE),
                                    row.get(HOUSEHOLD),
                                    row.get(DAY).on(basis.day()))));

    private RegistryTables() {}
}
