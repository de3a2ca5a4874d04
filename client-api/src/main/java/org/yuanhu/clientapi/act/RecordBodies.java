package org.yuanhu.clientapi.act;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.vocabulary.rule.Limits;

/**
 * Reads and writes our records as the rule book does ({@link Json}): exactly the record's fields, each once and of its own type, and
 * what a value refuses is refused by its rule with the path as its field.
 */
@Component
final class RecordBodies extends AbstractHttpMessageConverter<Record> {
    private static final String OURS = "org.yuanhu.";

    RecordBodies() {
        super(StandardCharsets.UTF_8, MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Record.class.isAssignableFrom(type) && type.getName().startsWith(OURS);
    }

    @Override
    protected Record readInternal(Class<? extends Record> type, HttpInputMessage message) throws IOException {
        byte[] body = message.getBody().readNBytes(Limits.ACT_BYTES + 1);
        Limits.mustHold("body", body.length, Limits.ACT_BYTES);
        return Json.read(body, type);
    }

    @Override
    protected void writeInternal(Record answer, HttpOutputMessage message) throws IOException {
        message.getBody().write(Json.write(answer).getBytes(StandardCharsets.UTF_8));
    }
}
