package org.yuanhu.clientapi.readmodel.projection;

import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * Events that could not be written into the read model. Each is kept by its place on the ledger, which has all the rest, and logged as
 * an error once; the events after it go on. Building the read model again tries them again.
 */
@Component
public final class SetAside {
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

    private final JdbcClient sql;
    private final Clock clock = Clock.systemUTC();
    private volatile long known;

    SetAside(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many there are; as many as were known last while the database is away. */
    public long count() {
        try {
            known = sql.sql("select count(*) from readmodel.set_aside")
                    .query(Long.class)
                    .single();
        } catch (DataAccessException away) {
            LOG.debug("The database does not say what is set aside", away);
        }
        return known;
    }

    /** Whether an error is the event's, and would come again; not so one of the database, after which the event is tried again. */
    static boolean isOfTheEvent(RuntimeException error) {
        boolean isOfTheDatabase = error instanceof DataAccessException || error instanceof TransactionException;
        return error instanceof DataIntegrityViolationException || !isOfTheDatabase;
    }

    /** The rule or the kind of an error; never its message, which may repeat what stood in the event. */
    static String problem(RuntimeException error) {
        return error instanceof RefusedException refused
                ? refused.rule().id()
                : error.getClass().getSimpleName();
    }

    /** Called inside the transaction that moves the checkpoint past it. */
    void add(Received event, String problem) {
        boolean isThere = sql.sql("select count(*) from readmodel.set_aside where transaction_id = ?")
                        .param(event.transaction())
                        .query(Integer.class)
                        .single()
                > 0;
        if (!isThere) {
            sql.sql("insert into readmodel.set_aside (transaction_id, block_number, problem, set_aside_at)"
                            + " values (?, ?, ?, ?)")
                    .params(
                            event.transaction(),
                            event.block(),
                            problem,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            LOG.error(
                    "The event of transaction {} in block {} cannot be read into the lists and is set aside: {}",
                    event.transaction(),
                    event.block(),
                    problem);
        }
    }
}
