package org.yuanhu.qrtools.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldDigest;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.label.Salt;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of label vectors ({@code yuanhu-vectors-v1}) and its recomputation. Everything in the file is looked at: a field missing, unknown
 * or of another type is a difference too.
 */
public final class VectorFile {
    /** The first field of the file. */
    public static final String FORMAT = "yuanhu-vectors-v1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode root;

    private VectorFile(JsonNode root) {
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @throws RefusedException LB-11 not JSON, a name twice, or not readable
     */
    public static VectorFile read(Path file) {
        try {
            return new VectorFile(JSON.readTree(Files.readAllBytes(file)));
        } catch (JacksonException | IOException e) {
            throw RefusedException.by(Rule.LB_11)
                    .with("file", String.valueOf(file.getFileName()))
                    .with("problem", problem(e))
                    .build();
        }
    }

    private static String problem(Exception e) {
        return e instanceof JacksonException json
                ? json.getOriginalMessage()
                : e.getClass().getSimpleName();
    }

    /**
     * Recomputes every value.
     *
     * @param progress is told before each part what it is
     * @return what differs, in the file's order; empty if nothing
     */
    public List<Difference> differences(Consumer<String> progress) {
        List<Difference> found = new ArrayList<>();
        Place file = Place.top(root, found);
        if (!file.hasFields("format", "runs", "gtin", "creditCode", "refusedPaths", "fields")) {
            return found;
        }
        file.text("format").ifPresent(format -> file.mustEqual("format", format, FORMAT));
        for (Place run : file.list("runs")) {
            progress.accept(run.where());
            new RunVectors(run).check();
        }
        for (Place gtin : file.list("gtin")) {
            gtin.text().ifPresent(text -> gtin.mustBeTaken(text, () -> new Gtin(text)));
        }
        for (Place code : file.list("creditCode")) {
            code.text().ifPresent(text -> code.mustBeTaken(text, () -> new CreditCode(text)));
        }
        for (Place path : file.list("refusedPaths")) {
            path.text().ifPresent(text -> mustBeRefused(path, text));
        }
        for (Place field : file.list("fields")) {
            checkField(field);
        }
        return found;
    }

    private static void mustBeRefused(Place place, String path) {
        try {
            LabelPath.parse(path);
        } catch (RefusedException asItShould) {
            return;
        }
        place.differs(path, "a label path, which is not refused");
    }

    private static void checkField(Place field) {
        if (!field.hasFields("household", "field", "salt", "value", "digest")) {
            return;
        }
        field.taken(() -> {
            Hash digest = FieldDigest.of(
                    new HouseholdId(field.text("household").orElseThrow(Place.NotTextException::new)),
                    new FieldName(field.text("field").orElseThrow(Place.NotTextException::new)),
                    new Salt(field.text("salt").orElseThrow(Place.NotTextException::new)),
                    field.text("value").orElseThrow(Place.NotTextException::new));
            field.text("digest").ifPresent(stated -> field.mustEqual("digest", stated, digest.value()));
        });
    }
}
