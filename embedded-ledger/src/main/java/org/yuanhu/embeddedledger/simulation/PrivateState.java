package org.yuanhu.embeddedledger.simulation;

import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.jspecify.annotations.Nullable;
import org.yuanhu.embeddedledger.channel.PrivateCollection;
import org.yuanhu.embeddedledger.store.PrivateRecord;
import org.yuanhu.embeddedledger.store.Versioned;
import org.yuanhu.embeddedledger.store.View;

/** Private collections as one simulation sees them. */
final class PrivateState {
    private final View view;
    private final ReadWriteSet set;
    private final WriteRules rules;
    private final Map<String, PrivateCollection> collections;
    private final String chaincode;
    private final String callerMspId;

    PrivateState(
            View view,
            ReadWriteSet set,
            WriteRules rules,
            Map<String, PrivateCollection> collections,
            String chaincode,
            String callerMspId) {
        this.view = view;
        this.set = set;
        this.rules = rules;
        this.collections = collections;
        this.chaincode = chaincode;
        this.callerMspId = callerMspId;
    }

    byte[] get(String collection, String key) {
        requireMember(collection, "read");
        byte[] keyHash = ReadWriteSet.keyHash(key);
        Versioned hash = view.hash(collection, keyHash);
        set.readHash(collection, key, keyHash, hash);
        set.readPrivate(collection);
        if (hash == null) {
            return new byte[0];
        }
        PrivateRecord found = view.privateValue(collection, keyHash, hash.version());
        if (found == null) {
            throw new IllegalStateException(
                    "private data matching public hash version is not available. Public hash version = "
                            + hash.version());
        }
        return found.value();
    }

    byte[] hash(String collection, String key) {
        requireKnown(collection);
        byte[] keyHash = ReadWriteSet.keyHash(key);
        Versioned hash = view.hash(collection, keyHash);
        set.readHash(collection, key, keyHash, hash);
        return hash == null ? new byte[0] : hash.value();
    }

    void write(String collection, String key, byte @Nullable [] value, boolean purge) {
        requireMember(collection, "write");
        PublicState.requireKey(key);
        rules.beforeWrite();
        set.writePrivate(new PrivateWrite(collection, key, value, purge));
    }

    List<KeyValue> range(String collection, String start, String end) {
        String from = start.isEmpty() ? PublicState.OPEN_START : start;
        CompositeKey.validateSimpleKeys(from, end);
        return query(collection, from, end);
    }

    List<KeyValue> composite(String collection, CompositeKey key) {
        return query(collection, key.toString(), key + "\udbff\udfff");
    }

    private List<KeyValue> query(String collection, String start, String end) {
        requireMember(collection, "read");
        rules.beforePrivateQuery();
        set.readPrivate(collection);
        return view.privateRange(collection, start, end).stream()
                .map(entry -> (KeyValue) new StateValue(entry.key(), entry.value()))
                .toList();
    }

    private PrivateCollection requireKnown(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("collection must not be an empty string");
        }
        PrivateCollection collection = collections.get(name);
        if (collection == null) {
            throw new IllegalArgumentException(
                    "collection [%s] is not defined for chaincode [%s]".formatted(name, chaincode));
        }
        return collection;
    }

    private void requireMember(String name, String access) {
        if (!requireKnown(name).members().contains(callerMspId)) {
            throw new IllegalStateException(
                    "tx creator does not have %s access permission on privatedata in chaincodeName:%s collectionName: %s"
                            .formatted(access, chaincode, name));
        }
    }
}
