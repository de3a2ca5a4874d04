package org.yuanhu.vocabulary.label;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.yuanhu.vocabulary.Hash;

/**
 * The Merkle tree of RFC 6962, section 2.1, over leaf hashes.
 *
 * <p>An instance keeps all nodes (64 bytes a leaf) and gives any path at once; {@link #root} streams and keeps O(log n).
 */
public final class MerkleTree {
    private static final int BYTES = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** Nodes of each level one after the other, leaves first; a level's odd last node is carried up as it is. */
    private final List<byte[]> levels = new ArrayList<>();

    private MerkleTree(byte[] leaves) {
        byte[] level = leaves;
        levels.add(level);
        while (level.length > BYTES) {
            level = parents(level);
            levels.add(level);
        }
    }

    /** The tree over leaves 0 to count − 1; count is 1 or more. */
    public static MerkleTree of(int count, IntFunction<Hash> leaves) {
        if (count < 1) {
            throw new IllegalArgumentException("A stored tree has at least one leaf");
        }
        byte[] nodes = new byte[Math.multiplyExact(count, BYTES)];
        for (int i = 0; i < count; i++) {
            System.arraycopy(leaves.apply(i).bytes(), 0, nodes, i * BYTES, BYTES);
        }
        return new MerkleTree(nodes);
    }

    /** The root over leaves 0 to count − 1, each asked for once and in order; of no leaf, the SHA-256 of nothing. */
    public static Hash root(int count, IntFunction<Hash> leaves) {
        MerkleRoot root = new MerkleRoot();
        for (int i = 0; i < count; i++) {
            root.add(leaves.apply(i));
        }
        return root.hash();
    }

    /** The number of leaves. */
    public int count() {
        return levels.get(0).length / BYTES;
    }

    /** The root. */
    public Hash root() {
        return node(levels.size() - 1, 0);
    }

    /** The inclusion path of a leaf, from its neighbour up (RFC 6962, 2.1.1). */
    public List<Hash> inclusion(int index) {
        if (index < 0 || index >= count()) {
            throw new IndexOutOfBoundsException("No leaf " + index + " among " + count());
        }
        List<Hash> path = new ArrayList<>();
        int position = index;
        for (int level = 0; level < levels.size() - 1; level++, position /= 2) {
            int neighbour = position ^ 1;
            if (neighbour < levels.get(level).length / BYTES) {
                path.add(node(level, neighbour));
            }
        }
        return List.copyOf(path);
    }

    /**
     * Whether this path leads from the leaf at this position to the root of a tree of this many leaves (RFC 9162, 2.1.3.2). A path one
     * too long or too short does not.
     */
    public static boolean verify(Hash leaf, long index, long count, List<Hash> path, Hash root) {
        if (index < 0 || index >= count || path.size() != pathLength(index, count)) {
            return false;
        }
        Hash hash = leaf;
        long position = index;
        long last = count - 1;
        for (Hash neighbour : path) {
            while ((position & 1) == 0 && position == last) { // carried up: no neighbour on these levels
                position >>= 1;
                last >>= 1;
            }
            hash = (position & 1) == 1 ? node(neighbour, hash) : node(hash, neighbour);
            position >>= 1;
            last >>= 1;
        }
        return hash.equals(root);
    }

    /** How many hashes the inclusion path of this leaf has. */
    public static int pathLength(long index, long count) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("No leaf " + index + " among " + count);
        }
        int length = 0;
        for (long position = index, last = count - 1; last > 0; position >>= 1, last >>= 1) {
            if ((position & 1) == 1 || position < last) {
                length++;
            }
        }
        return length;
    }

    /** The hash of a leaf: SHA-256(0x00 ‖ parts). */
    public static Hash leaf(byte[]... parts) {
        MessageDigest digest = Hash.newSha256();
        digest.update(LEAF);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return Hash.of(digest.digest());
    }

    /** The hash of a node: SHA-256(0x01 ‖ left ‖ right). */
    public static Hash node(Hash left, Hash right) {
        return Hash.sha256(new byte[] {NODE}, left.bytes(), right.bytes());
    }

    private static byte[] parents(byte[] level) {
        int nodes = level.length / BYTES;
        byte[] above = new byte[(nodes + 1) / 2 * BYTES];
        MessageDigest digest = Hash.newSha256();
        for (int i = 0; i + 1 < nodes; i += 2) {
            digest.update(NODE);
            digest.update(level, i * BYTES, 2 * BYTES);
            System.arraycopy(digest.digest(), 0, above, i / 2 * BYTES, BYTES);
        }
        if (nodes % 2 == 1) {
            System.arraycopy(level, (nodes - 1) * BYTES, above, above.length - BYTES, BYTES);
        }
        return above;
    }

    private Hash node(int level, int position) {
        byte[] node = new byte[BYTES];
        System.arraycopy(levels.get(level), position * BYTES, node, 0, BYTES);
        return Hash.of(node);
    }
}
