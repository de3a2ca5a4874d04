package org.yuanhu.clientapi.ledger;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that goes to the ledger and comes from it. */
@Component
final class LedgerJson {
    private final JsonMapper mapper = JsonMapper.builder().build();

    String write(Object act) {
        return mapper.writeValueAsString(act);
    }

    <T> T read(String json, Class<T> type) {
        return type == String.class ? type.cast(json) : mapper.readValue(json, type);
    }

    String functionOf(Object act) {
        throw new IllegalArgumentException("Not an act: " + act.getClass().getName());
    }
}
