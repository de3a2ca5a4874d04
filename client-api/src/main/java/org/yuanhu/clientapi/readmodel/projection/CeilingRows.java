package org.yuanhu.clientapi.readmodel.projection;

import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.ceiling.Allot;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;

/** Yields, ceilings and allotments. */
@Component
final class CeilingRows implements ActRows {
    private final JdbcClient sql;

    CeilingRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<Operation, Consumer<Recorded>> changes() {
        return Map.of(
                Operation.SET_YIELD, this::yieldSet,
                Operation.PROPOSE, this::proposed,
                Operation.CONFIRM, this::confirmed,
                Operation.ALLOT, this::allotted);
    }

    private void yieldSet(Recorded recorded) {
        SetYield act = recorded.act(SetYield.class);
        sql.sql("delete from readmodel.province_yield where commodity = ? and season = ?")
                .params(act.commodity().value(), act.season().value())
                .update();
        sql.sql("insert into readmodel.province_yield (commodity, season, per_hectare, unit) values (?, ?, ?, ?)")
                .params(
                        act.commodity().value(),
                        act.season().value(),
                        act.perHectare().value(),
                        act.perHectare().unit().text())
                .update();
    }

    private void proposed(Recorded recorded) {
        Propose act = recorded.act(Propose.class);
        int known = sql.sql("update readmodel.ceiling set proposed_amount = ?, proposed_area = ?"
                        + " where household = ? and commodity = ? and season = ?")
                .params(
                        act.amount().value(),
                        act.area(),
                        act.household().value(),
                        act.commodity().value(),
                        act.season().value())
                .update();
        if (known == 0) {
            sql.sql("insert into readmodel.ceiling"
                            + " (household, commodity, season, unit, proposed_amount, proposed_area, revisions)"
                            + " values (?, ?, ?, ?, ?, ?, 0)")
                    .params(
                            act.household().value(),
                            act.commodity().value(),
                            act.season().value(),
                            act.amount().unit().text(),
                            act.amount().value(),
                            act.area())
                    .update();
        }
    }

    private void confirmed(Recorded recorded) {
        Confirm act = recorded.act(Confirm.class);
        sql.sql("update readmodel.ceiling set amount = ?, area = proposed_area, proposed_amount = null,"
                        + " proposed_area = null, revisions = revisions + 1, confirmed_at = ?"
                        + " where household = ? and commodity = ? and season = ?")
                .params(
                        act.amount().value(),
                        recorded.at(),
                        act.household().value(),
                        act.commodity().value(),
                        act.season().value())
                .update();
    }

    private void allotted(Recorded recorded) {
        Allot act = recorded.act(Allot.class);
        int known = sql.sql("update readmodel.allotment set allotted = ?, ended = null"
                        + " where household = ? and commodity = ? and season = ? and cooperative = ?")
                .params(
                        act.amount().value(),
                        act.household().value(),
                        act.commodity().value(),
                        act.season().value(),
                        act.cooperative().value())
                .update();
        if (known == 0) {
            sql.sql("insert into readmodel.allotment"
                            + " (household, commodity, season, cooperative, page, unit, allotted, taken)"
                            + " values (?, ?, ?, ?, ?, ?, ?, 0)")
                    .params(
                            act.household().value(),
                            act.commodity().value(),
                            act.season().value(),
                            act.cooperative().value(),
                            act.page(),
                            act.amount().unit().text(),
                            act.amount().value())
                    .update();
        }
    }
}
