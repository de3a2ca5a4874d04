package org.yuanhu.clientapi.readmodel.list;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A list of the read model.
 *
 * @param row what one of its rows is; its components are named like the columns
 * @param from a table, or tables joined
 * @param order complete, so that pages neither overlap nor leave gaps
 */
record Listing<T extends Record>(Class<T> row, String columns, String from, String order) {
    private static final int LARGEST_PAGE = 200;

    /**
     * One page.
     *
     * @throws RefusedException FM-26, FM-29 on a page or size out of range
     */
    ListPage<T> page(JdbcClient sql, Filters filters, Paging paging) {
        Limits.mustHold("size", paging.size(), LARGEST_PAGE);
        mustBeAtLeast("size", paging.size(), 1);
        mustBeAtLeast("page", paging.page(), 0);
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        filters.values().forEach((column, value) -> {
            conditions.add(column + " = ?");
            values.add(value);
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        long total = sql.sql("select count(*) from " + from + where)
                .params(values)
                .query(Long.class)
                .single();
        values.add(paging.size());
        values.add((long) paging.page() * paging.size());
        List<T> items = sql.sql(
                        "select " + columns + " from " + from + where + " order by " + order + " limit ? offset ?")
                .params(values)
                .query(row)
                .list();
        return new ListPage<>(items, paging.page(), paging.size(), total);
    }

    private static void mustBeAtLeast(String field, int value, int least) {
        if (value < least) {
            throw RefusedException.by(Rule.FM_29)
                    .with("field", field)
                    .with("value", value)
                    .with("least", least)
                    .build();
        }
    }
}
