package org.yuanhu.embeddedledger.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;

/**
 * Everything one block changes, written as a whole or not at all. Later transactions of the block overwrite earlier ones
 * here, and see through {@link #wroteState} and {@link #wroteHash} whether an earlier one wrote a key.
 */
public final class BlockUpdate {
    /** A hashed private key: {@code SHA-256(key)} in lower-case hex keeps it usable as a map key. */
    public record HashedKey(String collection, String keyHash) {}

    private final Map<String, Optional<Versioned>> state = new LinkedHashMap<>();
    private final Map<HashedKey, Optional<Versioned>> hashes = new LinkedHashMap<>();
    private final Map<HashedKey, Map<Version, PrivateRecord>> privateValues = new LinkedHashMap<>();
    private final Map<String, TransactionRecord> transactions = new LinkedHashMap<>();
    private final long number;
    private @Nullable Block block;

    /** Starts the update of one block. */
    public BlockUpdate(long number) {
        this.number = number;
    }

    /** The block's number. */
    public long number() {
        return number;
    }

    /** Writes a public key; empty deletes it. */
    public void putState(String key, Optional<Versioned> value) {
        state.put(key, value);
    }

    /** Writes the hash of a private value; empty deletes it. */
    public void putHash(HashedKey key, Optional<Versioned> valueHash) {
        hashes.put(key, valueHash);
    }

    /** Writes a private value, which goes to the private store only. */
    public void putPrivate(HashedKey key, Version version, PrivateRecord value) {
        privateValues.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(version, value);
    }

    /** Files where a transaction ended up. */
    public void putTransaction(String id, TransactionRecord entry) {
        transactions.put(id, entry);
    }

    /** The finished block. */
    public void seal(Block sealed) {
        block = sealed;
    }

    /** Whether this block wrote a public key already. */
    public boolean wroteState(String key) {
        return state.containsKey(key);
    }

    /** Whether this block wrote a private key already. */
    public boolean wroteHash(HashedKey key) {
        return hashes.containsKey(key);
    }

    /** Whether a transaction id is in this block already. */
    public boolean hasTransaction(String id) {
        return transactions.containsKey(id);
    }

    /** What this block writes in the public state, by key. */
    public Map<String, Optional<Versioned>> state() {
        return state;
    }

    /** What this block writes among the hashes of private values. */
    public Map<HashedKey, Optional<Versioned>> hashes() {
        return hashes;
    }

    Map<HashedKey, Map<Version, PrivateRecord>> privateValues() {
        return privateValues;
    }

    /** The block's transactions by id. */
    public Map<String, TransactionRecord> transactions() {
        return transactions;
    }

    /** The sealed block. */
    public Block block() {
        if (block == null) {
            throw new IllegalStateException("block " + number + " is not sealed");
        }
        return block;
    }
}
