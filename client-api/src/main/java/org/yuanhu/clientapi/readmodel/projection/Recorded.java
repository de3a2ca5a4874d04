package org.yuanhu.clientapi.readmodel.projection;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.yuanhu.chaincode.act.ActDocument;
import org.yuanhu.chaincode.json.Json;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * An act as its event told it.
 *
 * @param block the number of the block it stands in
 * @param transaction the id of the transaction that carried it
 * @param text the act's document as JSON
 * @param document the same, of whatever kind
 */
public record Recorded(long block, String transaction, String text, ActDocument<JsonNode, JsonNode> document)
        implements Received {
    private static final TypeReference<ActDocument<JsonNode, JsonNode>> ANY_ACT = new TypeReference<>() {};

    /** Reads an event of the rule book. */
    public static Recorded of(ChaincodeEvent event) {
        String text = new String(event.getPayload(), StandardCharsets.UTF_8);
        return new Recorded(
                event.getBlockNumber(), event.getTransactionId(), text, Json.stored("event", text, ANY_ACT));
    }

    /** The act as the record of its kind. */
    public <T> T act(Class<T> kind) {
        return Json.stored("act/" + document.id(), document.act().toString(), kind);
    }

    /** The document with act and derivation as the records of their kinds. */
    public <A, D> ActDocument<A, D> as(TypeReference<ActDocument<A, D>> kind) {
        return Json.stored("act/" + document.id(), text, kind);
    }

    /** The time of the transaction, as JDBC takes it. */
    public OffsetDateTime at() {
        return document.at().atOffset(ZoneOffset.UTC);
    }
}
