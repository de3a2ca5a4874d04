package org.yuanhu.clientapi.readmodel.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yuanhu.chaincode.access.Author;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * Applies the ledger's events to the read model's tables. What an event changes and how far the events were read is one SQL transaction: a
 * crash loses both or neither. An act that was applied before changes nothing.
 */
@Component
public final class Projection {
    private static final String LEDGER = "ledger";
    /** In an order in which no row is needed by one of a later table. */
    private static final List<String> TABLES = List.of(
            "checkpoint",
            "set_aside",
            "act",
            "print_run",
            "batch",
            "intake_line",
            "intake_sheet",
            "allotment",
            "ceiling",
            "province_yield",
            "membership",
            "household",
            "recognition",
            "scheme",
            "product",
            "commodity",
            "company_prefix",
            "run_block",
            "cooperative",
            "region");

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final Map<Operation, Consumer<Recorded>> changes = new EnumMap<>(Operation.class);
    private final SetAside setAside;

    Projection(JdbcClient sql, PlatformTransactionManager transactions, List<ActRows> rows, SetAside setAside) {
        this.sql = sql;
        this.setAside = setAside;
        this.transactions = new TransactionTemplate(transactions);
        rows.forEach(some -> changes.putAll(some.changes()));
    }

    /** The last event applied, if any was. */
    public Optional<Checkpoint> checkpoint() {
        return sql.sql("select block_number, transaction_id, recorded_at from readmodel.checkpoint where ledger = ?")
                .param(LEDGER)
                .query((row, number) -> new Checkpoint(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Applies events, in the order of the ledger. One that cannot be applied, whatever is tried, is set aside, and those after it
     * are applied.
     *
     * @throws RuntimeException the database's, before which some may have been applied; the checkpoint says how many
     */
    public void applyOrSetAside(List<Received> events) {
        List<Recorded> readable = events.stream()
                .filter(Recorded.class::isInstance)
                .map(Recorded.class::cast)
                .toList();
        if (readable.size() == events.size()) {
            try {
                apply(readable);
                return;
            } catch (RuntimeException e) {
                if (!SetAside.isOfTheEvent(e)) {
                    throw e;
                }
            }
        }
        events.forEach(this::applyOrSetAside);
    }

    private void applyOrSetAside(Received event) {
        try {
            if (event instanceof Recorded recorded) {
                apply(List.of(recorded));
            } else if (event instanceof Unreadable unreadable) {
                setAside(unreadable, unreadable.problem());
            }
        } catch (RuntimeException e) {
            if (!SetAside.isOfTheEvent(e)) {
                throw e;
            }
            setAside(event, SetAside.problem(e));
        }
    }

    private void setAside(Received event, String problem) {
        transactions.executeWithoutResult(status -> {
            setAside.add(event, problem);
            OffsetDateTime at = event instanceof Recorded recorded
                    ? recorded.at()
                    : checkpoint().map(Checkpoint::at).orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC);
            moveTo(event, at);
        });
    }

    /** Applies events, in the order of the ledger, all or none. */
    public void apply(List<Recorded> events) {
        transactions.executeWithoutResult(status -> {
            for (Recorded event : events) {
                if (isNew(event)) {
                    changes.getOrDefault(event.document().type(), nothing -> {}).accept(event);
                }
            }
            Recorded last = events.get(events.size() - 1);
            moveTo(last, last.at());
        });
    }

    /** Forgets everything, so that it can be read again from block 0. */
    public void empty() {
        transactions.executeWithoutResult(status -> TABLES.forEach(
                table -> sql.sql("delete from readmodel." + table).update()));
    }

    private boolean isNew(Recorded event) {
        String id = event.document().id().value();
        boolean known = sql.sql("select count(*) from readmodel.act where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            Author by = event.document().by();
            sql.sql("insert into readmodel.act (id, act_type, msp, role_name, cooperative, region, holder,"
                            + " transaction_id, block_number, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(id)
                    .param(event.document().type().text())
                    .param(by.msp())
                    .param(by.role().text())
                    .param(by.cooperative().map(CreditCode::value).orElse(null))
                    .param(by.region().map(RegionCode::value).orElse(null))
                    .param(by.holder().toString())
                    .param(event.transaction())
                    .param(event.block())
                    .param(event.at())
                    .update();
        }
        return !known;
    }

    private void moveTo(Received event, OffsetDateTime at) {
        int moved = sql.sql("update readmodel.checkpoint set block_number = ?, transaction_id = ?, recorded_at = ?"
                        + " where ledger = ?")
                .params(event.block(), event.transaction(), at, LEDGER)
                .update();
        if (moved == 0) {
            sql.sql("insert into readmodel.checkpoint (ledger, block_number, transaction_id, recorded_at)"
                            + " values (?, ?, ?, ?)")
                    .params(LEDGER, event.block(), event.transaction(), at.withOffsetSameInstant(ZoneOffset.UTC))
                    .update();
        }
    }
}
