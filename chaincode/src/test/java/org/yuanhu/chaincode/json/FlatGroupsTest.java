package org.yuanhu.chaincode.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuanhu.vocabulary.rule.RefusedException;

/** Fields grouped in Java stand flat in the JSON, in their order, and are read as strictly as any others. */
class FlatGroupsTest {
    private static final String FULL =
            "{\"format\":\"test-box-v1\",\"name\":\"a\",\"height\":1,\"wide\":2,\"deep\":3,\"openedBy\":\"b\",\"at\":4,\"last\":5}";
    private static final String CLOSED =
            "{\"format\":\"test-box-v1\",\"name\":\"a\",\"height\":1,\"wide\":2,\"deep\":3,\"last\":5}";

    private static final Box BOX = new Box("a", new Size(1, new Floor(2, 3)), Optional.of(new Opening("b", 4)), 5);

    @Test
    void writesGroupsFlatInTheirOrderAndReadsThemBack() {
        assertThat(Json.write(BOX)).isEqualTo(FULL);
        assertThat(Json.read(FULL, Box.class)).isEqualTo(BOX);
    }

    @Test
    void leavesOutAGroupThatIsAbsent() {
        Box closed = new Box("a", BOX.size(), Optional.empty(), 5);
        assertThat(Json.write(closed)).isEqualTo(CLOSED);
        assertThat(Json.read(CLOSED, Box.class)).isEqualTo(closed);
    }

    @Test
    void groupsInsideADocumentsListsAreReadToo() {
        String shelf = "{\"boxes\":[" + FULL.replace("\"format\":\"test-box-v1\",", "") + "]}";
        assertThat(Json.read(shelf, Shelf.class)).isEqualTo(new Shelf(List.of(BOX)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'\"wide\":2,'     | ''                           | DC-03",
                "'\"height\":1'    | '\"height\":\"1\"'           | DC-03",
                "'\"height\":1'    | '\"height\":1.0'             | DC-03",
                "'\"at\":4,'       | ''                           | DC-03",
                "'\"last\":5'      | '\"last\":5,\"length\":6'    | DC-02",
                "'\"last\":5'      | '\"last\":5,\"size\":{\"height\":1,\"wide\":2,\"deep\":3}' | DC-02",
                "'\"last\":5'      | '\"last\":5,\"opening\":{}'  | DC-02",
                "'\"last\":5'      | '\"last\":5,\"height\":1'    | DC-01",
            })
    void refusesAFieldOfAGroupThatIsMissingOfAnotherTypeOrTwiceAndAnyOther(String from, String to, String rule) {
        assertThat(FULL).contains(from);
        assertThatThrownBy(() -> Json.read(FULL.replace(from, to), Box.class))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(rule + " ");
    }

    @Format("test-box-v1")
    private record Box(
            String name,
            @JsonUnwrapped Size size,
            @JsonUnwrapped Optional<Opening> opening,
            int last) {}

    private record Shelf(List<Box> boxes) {}

    private record Size(int height, @JsonUnwrapped Floor floor) {}

    private record Floor(
            @JsonProperty("wide") int width,
            @JsonProperty("deep") int depth) {}

    private record Opening(@JsonProperty("openedBy") String by, int at) {}
}
