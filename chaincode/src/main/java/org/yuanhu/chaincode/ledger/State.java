package org.yuanhu.chaincode.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;
import org.yuanhu.chaincode.json.Json;

/**
 * Public state as one transaction sees it: as it was before the transaction, whatever the transaction writes. A key is read from
 * the peer once, and written once.
 */
public final class State {
    private final ChaincodeStub stub;
    private final Map<String, Optional<String>> read = new LinkedHashMap<>();
    private final Set<String> written = new LinkedHashSet<>();

    State(ChaincodeStub stub) {
        this.stub = stub;
    }

    /**
     * The document under this key.
     *
     * @throws org.yuanhu.chaincode.json.DamagedDocumentException it cannot be read
     */
    public <T> Optional<T> find(Table<T> table, Object... key) {
        return raw(table, key).map(text -> Json.stored(name(table, texts(key)), text, table.type()));
    }

    /** The document under this key as it is stored. */
    public Optional<String> raw(Table<?> table, Object... key) {
        return read.computeIfAbsent(key(table, key), this::fetch);
    }

    /** Whether there is a document under this key. */
    public boolean has(Table<?> table, Object... key) {
        return raw(table, key).isPresent();
    }

    /**
     * Stores a document.
     *
     * @throws IllegalStateException if this transaction wrote the key before: the second write would not see the first
     */
    public <T> void put(Table<T> table, T document, Object... key) {
        putText(table, Json.write(document), key);
    }

    /** Stores a document that is JSON already. */
    void putText(Table<?> table, String json, Object... key) {
        String composite = key(table, key);
        if (!written.add(composite)) {
            throw new IllegalStateException("Written twice in one transaction: " + table.name());
        }
        stub.putState(composite, json.getBytes(UTF_8));
    }

    /** Every document whose key begins so, in the order of their keys. */
    public <T> List<T> all(Table<T> table, Object... prefix) {
        List<T> found = new ArrayList<>();
        try (QueryResultsIterator<KeyValue> results = stub.getStateByPartialCompositeKey(table.name(), texts(prefix))) {
            for (KeyValue result : results) {
                found.add(Json.stored(name(table, texts(prefix)) + "/…", result.getStringValue(), table.type()));
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A range could not be read to its end", e);
        }
        return found;
    }

    /**
     * Some documents whose key begins so, for reads only: a paged range is not checked again when a transaction commits.
     *
     * @param size how many at most
     * @param bytes how many bytes they have together at most, but for a single one; what does not fit begins the next page
     * @param bookmark empty for the first page
     */
    public StoredPage page(Table<?> table, List<String> prefix, int size, int bytes, String bookmark) {
        List<String> documents = new ArrayList<>();
        int left = bytes;
        CompositeKey start = stub.createCompositeKey(table.name(), prefix.toArray(String[]::new));
        try (QueryResultsIteratorWithMetadata<KeyValue> results =
                stub.getStateByPartialCompositeKeyWithPagination(start, size, bookmark)) {
            for (KeyValue result : results) {
                left -= result.getValue().length;
                if (left < 0 && !documents.isEmpty()) {
                    return new StoredPage(documents, result.getKey());
                }
                documents.add(result.getStringValue());
            }
            return new StoredPage(documents, results.getMetadata().getBookmark());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A page could not be read to its end", e);
        }
    }

    /**
     * Documents as stored, and where the next page begins.
     *
     * @param bookmark empty after the last page
     */
    public record StoredPage(List<String> documents, String bookmark) {}

    private Optional<String> fetch(String composite) {
        byte[] value = stub.getState(composite);
        return value == null || value.length == 0 ? Optional.empty() : Optional.of(new String(value, UTF_8));
    }

    private String key(Table<?> table, Object... parts) {
        if (parts.length != table.parts()) {
            throw new IllegalArgumentException(table.name() + " has a key of " + table.parts() + " parts");
        }
        return stub.createCompositeKey(table.name(), texts(parts)).toString();
    }

    private static String name(Table<?> table, String... key) {
        return table.name() + "/" + String.join("/", key);
    }

    private static String[] texts(Object... parts) {
        return Arrays.stream(parts).map(Object::toString).toArray(String[]::new);
    }
}
