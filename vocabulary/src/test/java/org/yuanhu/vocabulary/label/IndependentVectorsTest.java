package org.yuanhu.vocabulary.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every value of {@code vectors/labels.json}, which was computed by other hands from the text of the formats. */
class IndependentVectorsTest {
    private static final JsonNode VECTORS = read();

    private static JsonNode read() {
        InputStream file = IndependentVectorsTest.class.getResourceAsStream("/vectors/labels.json");
        return JsonMapper.shared().readTree(Objects.requireNonNull(file));
    }

    static Stream<JsonNode> runs() {
        return VECTORS.get("runs").valueStream();
    }

    static Stream<String> refusedPaths() {
        return VECTORS.get("refusedPaths").valueStream().map(JsonNode::asString);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyRunGivesItsRootItsLabelsAndTheirPaths(JsonNode run) {
        IntFunction<Leaf> leaves = leaves(run);
        int count = run.get("count").asInt();
        Hash root = new Hash(run.get("root").asString());
        MerkleTree tree = MerkleTree.of(count, index -> leaves.apply(index).hash());

        assertThat(tree.root()).isEqualTo(root);
        assertThat(MerkleTree.root(count, index -> leaves.apply(index).hash())).isEqualTo(root);
        for (JsonNode label : run.get("labels")) {
            int index = label.get("index").asInt();
            Leaf leaf = leaves.apply(index);
            assertThat(leaf.path().text()).isEqualTo(label.get("path").asString());
            assertThat(LabelPath.parse(label.get("path").asString())).isEqualTo(leaf.path());
            assertThat(leaf.blind().value()).isEqualTo(label.get("blind").asString());
            assertThat(leaf.hash().value()).isEqualTo(label.get("leaf").asString());
            List<String> path =
                    label.get("inclusion").valueStream().map(JsonNode::asString).toList();
            assertThat(tree.inclusion(index)).extracting(Hash::value).isEqualTo(path);
            assertThat(MerkleTree.verify(leaf.hash(), index, count, tree.inclusion(index), root))
                    .isTrue();
        }
    }

    private static IntFunction<Leaf> leaves(JsonNode run) {
        RunSecret secret = RunSecret.parse(run.get("secret").asString());
        RunNumber number = new RunNumber(run.get("run").asString());
        Gtin gtin = new Gtin(run.get("gtin").asString());
        Lot lot = new Lot(run.get("lot").asString());
        ConsortiumId consortium = new ConsortiumId(run.get("consortium").asString());
        LabelClass labelClass = LabelClass.parse(run.get("class").asString());
        return index -> {
            LabelPath path = new LabelPath(gtin, lot, secret.serial(number, index));
            JsonNode code = run.get("scratchCodes").get(Integer.toString(index));
            Hash commitment = code == null ? Hash.ZERO : new ScratchCode(code.asString()).commitment(path);
            return new Leaf(consortium, labelClass, path, secret.blind(index), commitment);
        };
    }

    @ParameterizedTest
    @MethodSource("refusedPaths")
    void everyPathThatIsNotALabelsIsRefused(String path) {
        assertThatThrownBy(() -> LabelPath.parse(path)).isInstanceOf(RefusedException.class);
    }

    @Test
    void gtinsAndCreditCodesAreTaken() {
        for (JsonNode gtin : VECTORS.get("gtin")) {
            assertThat(new Gtin(gtin.asString()).value()).isEqualTo(gtin.asString());
        }
        for (JsonNode code : VECTORS.get("creditCode")) {
            assertThat(new CreditCode(code.asString()).value()).isEqualTo(code.asString());
        }
    }

    @Test
    void fieldDigestsAreEqual() {
        for (JsonNode field : VECTORS.get("fields")) {
            Hash digest = FieldDigest.of(
                    new HouseholdId(field.get("household").asString()),
                    new FieldName(field.get("field").asString()),
                    new Salt(field.get("salt").asString()),
                    field.get("value").asString());
            assertThat(digest.value()).isEqualTo(field.get("digest").asString());
        }
    }

    @Test
    void theFileHoldsWhatTheReadmeSays() {
        assertThat(VECTORS.get("runs")).hasSize(6);
        assertThat(VECTORS.get("refusedPaths")).hasSize(13);
        assertThat(VECTORS.get("fields")).hasSize(4);
    }
}
