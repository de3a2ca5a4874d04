package org.yuanhu.clientapi.ledger.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.trust.LedgerFacts;
import org.yuanhu.vocabulary.Hash;
import tools.jackson.databind.JsonNode;

/**
 * The ledger a trust file names.
 *
 * @param genesis SHA-256 of the header of its first block
 */
record TrustedLedger(Hash genesis) {
    /**
     * @throws IllegalStateException if the file is of another form, another kind of ledger, another consortium or channel
     * @throws UncheckedIOException if it cannot be read
     */
    static TrustedLedger read(Path file, Consortium consortium) {
        try {
            JsonNode trust = Json.tree(Files.readString(file));
            JsonNode ledger = trust.path("ledger");
            mustBe(file, "format", trust, "yuanhu-trust-v1");
            mustBe(file, "consortium", trust, consortium.id().value());
            mustBe(file, "kind", ledger, LedgerFacts.Kind.FABRIC.text());
            mustBe(file, "channel", ledger, consortium.channel());
            mustBe(file, "chaincode", ledger, consortium.chaincode());
            return new TrustedLedger(new Hash(ledger.path("genesis").asString("")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the trust file " + file, e);
        }
    }

    private static void mustBe(Path file, String field, JsonNode in, String wanted) {
        String value = in.path(field).asString("");
        if (!value.equals(wanted)) {
            throw new IllegalStateException(
                    "Trust file " + file + ": " + field + " is '" + value + "' and must be '" + wanted + "'");
        }
    }
}
