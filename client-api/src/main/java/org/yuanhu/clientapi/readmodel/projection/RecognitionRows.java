package org.yuanhu.clientapi.readmodel.projection;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.recognition.Advance;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.recognition.DefineScheme;
import org.yuanhu.chaincode.recognition.Revoke;
import org.yuanhu.chaincode.recognition.Stage;
import org.yuanhu.chaincode.recognition.Validity;

/** Schemes and recognitions. */
@Component
final class RecognitionRows implements ActRows {
    private final JdbcClient sql;

    RecognitionRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<Operation, Consumer<Recorded>> changes() {
        return Map.of(
                Operation.DEFINE_SCHEME, this::scheme,
                Operation.APPLY, this::applied,
                Operation.ADVANCE, this::advanced,
                Operation.REVOKE, this::revoked);
    }

    private void scheme(Recorded recorded) {
        DefineScheme act = recorded.act(DefineScheme.class);
        sql.sql("insert into readmodel.scheme (id, name, steps, least_share, categories) values (?, ?, ?, ?, ?)")
                .param(act.scheme().value())
                .param(act.name())
                .param(act.steps().size())
                .param(act.requirement().perMille())
                .param(act.requirement().categories().map(Categories::text).orElse(null))
                .update();
    }

    private void applied(Recorded recorded) {
        Apply act = recorded.act(Apply.class);
        sql.sql("insert into readmodel.recognition (id, scheme, gtin, cooperative, county, status)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        act.recognition().value(),
                        act.scheme().value(),
                        act.gtin().value(),
                        act.cooperative().value(),
                        act.county().value(),
                        Stage.APPLIED.toString())
                .update();
    }

    private void advanced(Recorded recorded) {
        Advance act = recorded.act(Advance.class);
        LocalDate from = act.validity().map(Validity::from).orElse(null);
        LocalDate to = act.validity().map(Validity::to).orElse(null);
        Stage stage = act.validity().isPresent() ? Stage.GRANTED : Stage.IN_PROGRESS;
        sql.sql("update readmodel.recognition set status = ?, step = ?, valid_from = ?, valid_to = ? where id = ?")
                .param(stage.toString())
                .param(act.step())
                .param(from)
                .param(to)
                .param(act.recognition().value())
                .update();
    }

    private void revoked(Recorded recorded) {
        Revoke act = recorded.act(Revoke.class);
        sql.sql("update readmodel.recognition set status = ?, reason = ?, revoked_at = ? where id = ?")
                .params(
                        Stage.REVOKED.toString(),
                        act.reason(),
                        recorded.at(),
                        act.recognition().value())
                .update();
    }
}
