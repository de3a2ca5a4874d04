package org.yuanhu.qrtools.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuanhu.vocabulary.label.RunNumber;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked; an answer repeats it, so that the answer to another question, or of another day, is none.
 *
 * @param channel of the ledger that was asked
 * @param run the print run
 * @param index the label's place in it
 * @param nonce 32 hex digits nobody could foresee
 */
public record Question(String channel, RunNumber run, int index, String nonce) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The first field of an answer that is not the one asked for. */
    Optional<String> differenceIn(String answer) {
        JsonNode said;
        try {
            said = JSON.readTree(answer);
        } catch (JacksonException notJson) {
            return Optional.of("format");
        }
        Map<String, String> texts = Map.of("channel", channel, "run", run.value(), "nonce", nonce);
        return List.of("channel", "run", "index", "nonce").stream()
                .filter(field -> field.equals("index")
                        ? !said.path(field).isInt() || said.path(field).asInt() != index
                        : !said.path(field).isString()
                                || !said.path(field).asString().equals(texts.get(field)))
                .findFirst();
    }
}
