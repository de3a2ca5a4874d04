package org.yuanhu.vocabulary.label;

import java.util.ArrayDeque;
import java.util.Deque;
import org.yuanhu.vocabulary.Hash;

/** The root of an RFC 6962 tree while its leaves arrive: one hash is kept for each full subtree, O(log n). Not for several threads. */
public final class MerkleRoot {
    private final Deque<Hash> subtrees = new ArrayDeque<>();
    private long count;

    /** Adds the next leaf hash. */
    public void add(Hash leaf) {
        Hash subtree = leaf;
        for (long full = count; (full & 1) == 1; full >>= 1) {
            subtree = MerkleTree.node(subtrees.pop(), subtree);
        }
        subtrees.push(subtree);
        count++;
    }

    /** The leaves so far. */
    public long count() {
        return count;
    }

    /** The root over the leaves so far; of none, the SHA-256 of nothing. */
    public Hash hash() {
        if (count == 0) {
            return Hash.sha256();
        }
        Hash root = null;
        for (Hash subtree : subtrees) { // smallest first
            root = root == null ? subtree : MerkleTree.node(subtree, root);
        }
        if (root == null) {
            throw new IllegalStateException("Leaves without a subtree");
        }
        return root;
    }
}
