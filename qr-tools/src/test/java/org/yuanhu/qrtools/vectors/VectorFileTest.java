package org.yuanhu.qrtools.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.vocabulary.rule.RefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class VectorFileTest {
    private static final Path INDEPENDENT = Path.of("../vocabulary/src/test/resources/vectors/labels.json");

    @TempDir
    private Path folder;

    @Test
    void theIndependentFileIsEqualThroughout() {
        assertThat(VectorFile.read(INDEPENDENT).differences(part -> {})).isEmpty();
    }

    /** Every text and number of the file, one at a time; the long list of scratch codes by samples. */
    @Test
    void anyAlteredValueIsNamed() throws IOException {
        JsonNode whole = small();
        List<String> pointers = new ArrayList<>();
        collect(whole, "", pointers);
        assertThat(pointers).hasSizeGreaterThan(100);

        for (String pointer : pointers) {
            JsonNode copy = whole.deepCopy();
            alter(copy, pointer);
            assertThat(differences(copy)).as(pointer).isNotEmpty();
        }
    }

    @Test
    void aDifferenceNamesItsPlaceAndBothValues() throws IOException {
        JsonNode copy = small();
        String leaf = copy.at("/runs/2/labels/1/leaf").asString();
        ((ObjectNode) copy.at("/runs/2/labels/1")).put("leaf", "0".repeat(64));

        assertThat(differences(copy)).containsExactly(new Difference("runs[2].labels[1].leaf", "0".repeat(64), leaf));
    }

    @Test
    void missingUnknownAndMistypedFieldsAreNamed() throws IOException {
        JsonNode missing = small();
        ((ObjectNode) missing.at("/runs/0")).remove("root");
        JsonNode unknown = small();
        ((ObjectNode) unknown.at("/fields/0")).put("note", "x");
        JsonNode mistyped = small();
        ((ObjectNode) mistyped.at("/runs/0")).put("count", "1");
        JsonNode noScratchCode = small();
        ((ObjectNode) noScratchCode.at("/runs/1/scratchCodes")).remove("0");

        assertThat(differences(missing)).extracting(Difference::where).containsExactly("runs[0]");
        assertThat(differences(unknown)).extracting(Difference::where).containsExactly("fields[0]");
        assertThat(differences(mistyped)).extracting(Difference::where).containsExactly("runs[0].count");
        assertThat(differences(noScratchCode)).extracting(Difference::where).contains("runs[1].root");
    }

    @Test
    void aFileThatIsNotJsonIsRefused() throws IOException {
        Path file = folder.resolve("broken.json");
        Files.writeString(file, "{\"format\":\"a\",\"format\":\"b\"}");

        assertThatThrownBy(() -> VectorFile.read(file)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> VectorFile.read(folder.resolve("none"))).isInstanceOf(RefusedException.class);
    }

    /** The file without its run of 1,000 labels, which would be recomputed for every alteration. */
    private static JsonNode small() throws IOException {
        JsonNode whole = JsonMapper.shared().readTree(Files.readString(INDEPENDENT));
        ((ArrayNode) whole.get("runs")).remove(5);
        return whole;
    }

    private List<Difference> differences(JsonNode node) throws IOException {
        Path file = folder.resolve("copy.json");
        Files.writeString(file, node.toString());
        return VectorFile.read(file).differences(part -> {});
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), pointer + "/" + field.getKey(), pointers));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, pointers);
            }
        } else {
            pointers.add(pointer);
        }
    }

    private static void alter(JsonNode root, String pointer) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            JsonNode value = object.get(name);
            if (value.isInt()) {
                object.put(name, value.asInt() + 1);
            } else {
                object.put(name, altered(value.asString()));
            }
        } else {
            ArrayNode array = (ArrayNode) parent;
            int index = Integer.parseInt(name);
            boolean refusedPath = pointer.startsWith("/refusedPaths/");
            String value = array.get(index).asString();
            array.set(
                    index,
                    array.stringNode(refusedPath ? "/01/09527763170661/10/G/21/66496172000004974992" : altered(value)));
        }
    }

    /** Another character of the same kind in the last place. */
    private static String altered(String value) {
        if (value.isEmpty()) {
            return "x";
        }
        char last = value.charAt(value.length() - 1);
        return value.substring(0, value.length() - 1) + (last == '1' ? '2' : '1');
    }
}
