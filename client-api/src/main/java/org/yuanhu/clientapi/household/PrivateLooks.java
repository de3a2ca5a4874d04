package org.yuanhu.clientapi.household;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;

/** Which person looked at which private field, and when: a line for each look, never what was seen. Lines are only added. */
@Repository
class PrivateLooks {
    private final JdbcClient sql;
    private final Clock clock = Clock.systemUTC();

    PrivateLooks(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Keeps that somebody was told. It is kept before the answer leaves the server: where it cannot be kept, nothing is told.
     *
     * @param user the name the person signed in with
     * @param request the id of the HTTP request, as logs have it
     */
    void add(String user, HouseholdId household, FieldName field, String request) {
        sql.sql("insert into private_look (looked_at, user_name, household, field_name, request)"
                        + " values (:at, :user, :household, :field, :request)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", user)
                .param("household", household.value())
                .param("field", field.value())
                .param("request", request)
                .update();
    }
}
