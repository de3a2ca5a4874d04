package org.yuanhu.clientapi.readmodel.projection;

import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.registry.AdmitCompanyPrefix;
import org.yuanhu.chaincode.registry.AdmitCooperative;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.chaincode.registry.AdmitRunBlock;

/** Regions, cooperatives, run blocks, commodities and products. */
@Component
final class RegistryRows implements ActRows {
    private final JdbcClient sql;

    RegistryRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<Operation, Consumer<Recorded>> changes() {
        return Map.of(
                Operation.ADMIT_REGION, this::region,
                Operation.ADMIT_COOPERATIVE, this::cooperative,
                Operation.ADMIT_RUN_BLOCK, this::runBlock,
                Operation.ADMIT_COMPANY_PREFIX, this::companyPrefix,
                Operation.DEFINE_COMMODITY, this::commodity,
                Operation.REGISTER_PRODUCT, this::product);
    }

    private void region(Recorded recorded) {
        AdmitRegion act = recorded.act(AdmitRegion.class);
        sql.sql(
                        "insert into readmodel.region (code, name, within_regions, list_name, listed_since) values (?, ?, ?, ?, ?)")
                .params(act.code().value(), act.name(), act.within(), act.list(), act.since())
                .update();
    }

    private void cooperative(Recorded recorded) {
        AdmitCooperative act = recorded.act(AdmitCooperative.class);
        sql.sql("insert into readmodel.cooperative (code, name, county) values (?, ?, ?)")
                .params(act.code().value(), act.name(), act.county().value())
                .update();
    }

    private void runBlock(Recorded recorded) {
        AdmitRunBlock act = recorded.act(AdmitRunBlock.class);
        sql.sql("insert into readmodel.run_block (block, cooperative) values (?, ?)")
                .params(act.block().value(), act.cooperative().value())
                .update();
    }

    private void companyPrefix(Recorded recorded) {
        AdmitCompanyPrefix act = recorded.act(AdmitCompanyPrefix.class);
        sql.sql("insert into readmodel.company_prefix (prefix, cooperative) values (?, ?)")
                .params(act.prefix().value(), act.cooperative().value())
                .update();
    }

    private void commodity(Recorded recorded) {
        DefineCommodity act = recorded.act(DefineCommodity.class);
        sql.sql("insert into readmodel.commodity (code, name, unit) values (?, ?, ?)")
                .params(act.code().value(), act.name(), act.unit().text())
                .update();
    }

    private void product(Recorded recorded) {
        RegisterProduct act = recorded.act(RegisterProduct.class);
        sql.sql("insert into readmodel.product (gtin, commodity, name, net_content, unit, cooperative)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        act.gtin().value(),
                        act.commodity().value(),
                        act.name(),
                        act.netContent().value(),
                        act.netContent().unit().text(),
                        act.cooperative().value())
                .update();
    }
}
