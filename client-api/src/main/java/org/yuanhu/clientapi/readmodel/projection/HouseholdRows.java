package org.yuanhu.clientapi.readmodel.projection;

import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.allotment.Ended;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.chaincode.household.Consent;
import org.yuanhu.chaincode.household.Reinstate;
import org.yuanhu.chaincode.household.Status;
import org.yuanhu.chaincode.household.Suspend;
import org.yuanhu.chaincode.household.Vouch;
import org.yuanhu.chaincode.household.Withdraw;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.membership.Leave;
import org.yuanhu.vocabulary.id.HouseholdId;

/** Households and memberships. Reasons of suspensions are left out: people write about people there. */
@Component
final class HouseholdRows implements ActRows {
    /** The consent that lets a household be shown by name. */
    private static final String DISPLAY_NAME = "displayName";

    private final JdbcClient sql;

    HouseholdRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<Operation, Consumer<Recorded>> changes() {
        return Map.of(
                Operation.VOUCH, this::vouched,
                Operation.SUSPEND, this::suspended,
                Operation.REINSTATE, this::reinstated,
                Operation.WITHDRAW, this::withdrawn,
                Operation.CONSENT, this::consented,
                Operation.JOIN, this::joined,
                Operation.LEAVE, this::left);
    }

    private void vouched(Recorded recorded) {
        Vouch act = recorded.act(Vouch.class);
        CategoryPeriod latest = act.categories().get(act.categories().size() - 1);
        sql.sql("insert into readmodel.household (id, county, category, status, name_shown, vouched_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        act.household().value(),
                        act.county().value(),
                        latest.category().toString(),
                        Status.VOUCHED.toString(),
                        false,
                        recorded.at())
                .update();
    }

    private void suspended(Recorded recorded) {
        Suspend act = recorded.act(Suspend.class);
        status(act.household(), Status.SUSPENDED);
        endAllotments(act.household(), Ended.SUSPENDED);
    }

    private void reinstated(Recorded recorded) {
        status(recorded.act(Reinstate.class).household(), Status.VOUCHED);
    }

    private void withdrawn(Recorded recorded) {
        Withdraw act = recorded.act(Withdraw.class);
        status(act.household(), Status.WITHDRAWN);
        endAllotments(act.household(), Ended.WITHDRAWN);
    }

    private void consented(Recorded recorded) {
        Consent act = recorded.act(Consent.class);
        if (act.field().value().equals(DISPLAY_NAME)) {
            sql.sql("update readmodel.household set name_shown = ? where id = ?")
                    .params(act.given(), act.household().value())
                    .update();
        }
    }

    private void joined(Recorded recorded) {
        Join act = recorded.act(Join.class);
        sql.sql("delete from readmodel.membership where household = ? and cooperative = ?")
                .params(act.household().value(), act.cooperative().value())
                .update();
        sql.sql("insert into readmodel.membership (household, cooperative, member_from) values (?, ?, ?)")
                .params(act.household().value(), act.cooperative().value(), act.day())
                .update();
    }

    private void left(Recorded recorded) {
        Leave act = recorded.act(Leave.class);
        sql.sql("update readmodel.membership set member_to = ? where household = ? and cooperative = ?")
                .params(act.day(), act.household().value(), act.cooperative().value())
                .update();
        sql.sql("update readmodel.allotment set ended = ? where household = ? and cooperative = ? and ended is null")
                .params(
                        Ended.LEFT.toString(),
                        act.household().value(),
                        act.cooperative().value())
                .update();
    }

    private void status(HouseholdId household, Status status) {
        sql.sql("update readmodel.household set status = ? where id = ?")
                .params(status.toString(), household.value())
                .update();
    }

    private void endAllotments(HouseholdId household, Ended why) {
        sql.sql("update readmodel.allotment set ended = ? where household = ? and ended is null")
                .params(why.toString(), household.value())
                .update();
    }
}
