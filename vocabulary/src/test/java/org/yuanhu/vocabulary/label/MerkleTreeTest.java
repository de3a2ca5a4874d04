package org.yuanhu.vocabulary.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.Seeds;
import org.yuanhu.vocabulary.VectorJson;
import tools.jackson.databind.JsonNode;

class MerkleTreeTest {
    private static final JsonNode PUBLIC = VectorJson.read("rfc6962.json");

    @Test
    void rootsAndPathsAreThoseOfTheRfcsPublicTestData() {
        List<Hash> leaves = PUBLIC.get("leaves")
                .valueStream()
                .map(leaf -> MerkleTree.leaf(HexFormat.of().parseHex(leaf.asString())))
                .toList();

        assertThat(MerkleTree.root(0, leaves::get).value())
                .isEqualTo(PUBLIC.get("emptyRoot").asString());
        for (int count = 1; count <= 8; count++) {
            String root = PUBLIC.get("roots").get(count - 1).asString();
            assertThat(MerkleTree.root(count, leaves::get).value()).isEqualTo(root);
            assertThat(MerkleTree.of(count, leaves::get).root().value()).isEqualTo(root);
        }
        for (JsonNode vector : PUBLIC.get("inclusion")) {
            MerkleTree tree = MerkleTree.of(vector.get("count").asInt(), leaves::get);
            assertThat(tree.inclusion(vector.get("index").asInt()))
                    .extracting(Hash::value)
                    .isEqualTo(vector.get("path")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        }
    }

    /** Against the RFC's own recursive definition, written here once more and plainly. */
    @Test
    void treesOfAnySizeAreTheRfcsDefinition() {
        for (int count = 1; count <= 130; count++) {
            List<Hash> leaves = leaves(new Random(count), count);
            MerkleTree tree = MerkleTree.of(count, leaves::get);

            assertThat(tree.root()).as("%s leaves", count).isEqualTo(definedRoot(leaves));
            assertThat(MerkleTree.root(count, leaves::get)).isEqualTo(tree.root());
            for (int index = 0; index < count; index++) {
                List<Hash> path = tree.inclusion(index);
                assertThat(path).as("%s of %s", index, count).isEqualTo(definedPath(index, leaves));
                assertThat(MerkleTree.pathLength(index, count)).isEqualTo(path.size());
                assertThat(MerkleTree.verify(leaves.get(index), index, count, path, tree.root()))
                        .isTrue();
            }
        }
    }

    /** Any one thing wrong: leaf, index, count that changes the path, a hash of the path, its length, the root. */
    @Test
    void noAlteredProofIsTaken() {
        for (long seed : Seeds.of(MerkleTreeTest.class, 1_000, 20_000)) {
            Random random = new Random(seed);
            int count = 1 + random.nextInt(300);
            int index = random.nextInt(count);
            List<Hash> leaves = leaves(random, count);
            MerkleTree tree = MerkleTree.of(count, leaves::get);
            Hash leaf = leaves.get(index);
            Hash other = leaves(random, 1).get(0);
            List<Hash> path = tree.inclusion(index);

            assertTaken(seed, false, other, index, count, path, tree.root());
            assertTaken(seed, false, leaf, index, count, path, other);
            assertTaken(seed, false, leaf, -1, count, path, tree.root());
            assertTaken(seed, false, leaf, count, count, path, tree.root());
            assertTaken(seed, false, leaf, count + (long) index, count, path, tree.root());
            if (count > 1) {
                assertTaken(seed, false, leaf, (index + 1) % count, count, path, tree.root());
            }
            List<Hash> longer = new ArrayList<>(path);
            longer.add(other);
            assertTaken(seed, false, leaf, index, count, longer, tree.root());
            for (int i = 0; i < path.size(); i++) {
                List<Hash> altered = new ArrayList<>(path);
                altered.set(i, other);
                assertTaken(seed, false, leaf, index, count, altered, tree.root());
                altered.remove(i);
                assertTaken(seed, false, leaf, index, count, altered, tree.root());
            }
            assertTaken(seed, true, leaf, index, count, path, tree.root());
        }
    }

    @Test
    void aNodeIsNotTakenForALeaf() {
        List<Hash> leaves = leaves(new Random(1), 4);
        MerkleTree tree = MerkleTree.of(4, leaves::get);
        Hash node = MerkleTree.node(leaves.get(0), leaves.get(1));
        List<Hash> upper = tree.inclusion(0).subList(1, 2);

        assertThat(MerkleTree.verify(node, 0, 2, upper, tree.root()))
                .as("the tree's shape alone would allow it: so a verifier takes the count from the attested run")
                .isTrue();
        assertThat(MerkleTree.verify(node, 0, 4, upper, tree.root())).isFalse();
    }

    @Test
    void aHundredThousandLeavesStreamToTheSameRoot() {
        List<Hash> few = leaves(new Random(3), 97);

        assertThat(MerkleTree.root(100_000, index -> few.get(index % 97)))
                .isEqualTo(MerkleTree.of(100_000, index -> few.get(index % 97)).root());
    }

    @Test
    void aStoredTreeHasALeafAndKnowsItsBounds() {
        List<Hash> leaves = leaves(new Random(4), 3);
        MerkleTree tree = MerkleTree.of(3, leaves::get);

        assertThatThrownBy(() -> MerkleTree.of(0, leaves::get)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MerkleTree.pathLength(3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static void assertTaken(
            long seed, boolean taken, Hash leaf, long index, long count, List<Hash> path, Hash root) {
        assertThat(MerkleTree.verify(leaf, index, count, path, root))
                .as("seed %s, %s of %s", seed, index, count)
                .isEqualTo(taken);
    }

    private static Hash definedRoot(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.node(
                definedRoot(leaves.subList(0, split)), definedRoot(leaves.subList(split, leaves.size())));
    }

    private static List<Hash> definedPath(int index, List<Hash> leaves) {
        List<Hash> path = new ArrayList<>();
        if (leaves.size() > 1) {
            int split = Integer.highestOneBit(leaves.size() - 1);
            List<Hash> left = leaves.subList(0, split);
            List<Hash> right = leaves.subList(split, leaves.size());
            path.addAll(index < split ? definedPath(index, left) : definedPath(index - split, right));
            path.add(definedRoot(index < split ? right : left));
        }
        return path;
    }

    private static List<Hash> leaves(Random random, int count) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            leaves.add(Hash.of(bytes));
        }
        return leaves;
    }
}
