package org.yuanhu.qrtools.run;

import java.util.Set;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is public of a print run, with its root, as one line of JSON ({@code yuanhu-print-run-v1}). */
public record RunFile(PrintRun run, Hash root) {
    /** The first field of the written form. */
    public static final String FORMAT = "yuanhu-print-run-v1";

    private static final Set<String> FIELDS =
            Set.of("format", "consortium", "class", "gtin", "lot", "run", "count", "root");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** One line of JSON. */
    public String text() {
        ObjectNode object = JSON.createObjectNode();
        object.put("format", FORMAT);
        object.put("consortium", run.consortium().value());
        object.put("class", run.labelClass().text());
        object.put("gtin", run.gtin().value());
        object.put("lot", run.lot().value());
        object.put("run", run.run().value());
        object.put("count", run.count());
        object.put("root", root.value());
        return JSON.writeValueAsString(object);
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws RefusedException FM-28 another form, or the rule a value breaks
     */
    public static RunFile parse(String text) {
        try {
            JsonNode object = JSON.readTree(text);
            if (!FIELDS.equals(Set.copyOf(object.propertyNames()))
                    || !FORMAT.equals(object.path("format").asString(""))
                    || !object.path("count").isInt()) {
                throw notARun();
            }
            PrintRun run = new PrintRun(
                    new ConsortiumId(object.path("consortium").asString("")),
                    LabelClass.parse(object.path("class").asString("")),
                    new Gtin(object.path("gtin").asString("")),
                    new Lot(object.path("lot").asString("")),
                    new RunNumber(object.path("run").asString("")),
                    object.path("count").asInt());
            return new RunFile(run, new Hash(object.path("root").asString("")));
        } catch (JacksonException notJson) {
            throw notARun();
        }
    }

    private static RefusedException notARun() {
        return RefusedException.by(Rule.FM_28)
                .with("field", "run")
                .with("format", FORMAT)
                .build();
    }
}
