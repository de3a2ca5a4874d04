package org.yuanhu.clientapi.readmodel;

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
 */
record Recorded(long block, String transaction, ActDocument<JsonNode, JsonNode> document) {
    private static final TypeReference<ActDocument<JsonNode, JsonNode>> ANY_ACT = new TypeReference<>() {};

    /** Reads an event of the rule book. */
    static Recorded of(ChaincodeEvent event) {
        return of(event.getBlockNumber(), event.getTransactionId(), event.getPayload());
    }

    static Recorded of(long block, String transaction, byte[] payload) {
        return new Recorded(block, transaction, Json.read(new String(payload, StandardCharsets.UTF_8), ANY_ACT));
    }

    /** The act as the record of its kind. */
    <T> T act(Class<T> kind) {
        return Json.read(document.act().toString(), kind);
    }

    /** What the rule book derived. */
    <T> T derived(Class<T> kind) {
        return Json.read(document.derived().orElseThrow().toString(), kind);
    }

    /** The time of the transaction, as JDBC takes it. */
    OffsetDateTime at() {
        return document.at().atOffset(ZoneOffset.UTC);
    }
}
