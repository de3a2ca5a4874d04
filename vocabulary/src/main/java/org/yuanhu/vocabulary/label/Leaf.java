package org.yuanhu.vocabulary.label;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.ConsortiumId;

/**
 * What one label puts into its run's tree.
 *
 * @param scratchCommitment {@link Hash#ZERO} where there is no scratch code
 */
public record Leaf(
        ConsortiumId consortium, LabelClass labelClass, LabelPath path, Blind blind, Hash scratchCommitment) {

    /** A leaf without a scratch code. */
    public Leaf(ConsortiumId consortium, LabelClass labelClass, LabelPath path, Blind blind) {
        this(consortium, labelClass, path, blind, Hash.ZERO);
    }

    /** SHA-256(0x00 ‖ {@code yuanhu-leaf-v1\n{consortium}\n{class}\n{label path}\n} ‖ blind ‖ scratch commitment). */
    public Hash hash() {
        String words = "yuanhu-leaf-v1\n" + consortium.value() + "\n" + labelClass.text() + "\n" + path.text() + "\n";
        return MerkleTree.leaf(words.getBytes(US_ASCII), blind.bytes(), scratchCommitment.bytes());
    }
}
