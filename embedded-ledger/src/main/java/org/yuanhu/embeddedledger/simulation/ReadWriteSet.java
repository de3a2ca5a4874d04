package org.yuanhu.embeddedledger.simulation;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.jspecify.annotations.Nullable;
import org.yuanhu.embeddedledger.block.BlockHashes;
import org.yuanhu.embeddedledger.store.Versioned;

/** Collects what a simulation reads and writes, in the form and order of Fabric's {@code rwset_builder.go}. */
final class ReadWriteSet {
    private final Map<String, KVRead> reads = new TreeMap<>(Utf8Order.INSTANCE);
    private final Map<String, KVWrite> writes = new TreeMap<>(Utf8Order.INSTANCE);
    private final Set<RangeQueryInfo> ranges = new LinkedHashSet<>();
    private final Map<String, Collection> collections = new TreeMap<>(Utf8Order.INSTANCE);
    private final Set<String> privateReads = new LinkedHashSet<>();

    private static final class Collection {
        private final Map<String, KVReadHash> reads = new TreeMap<>(Utf8Order.INSTANCE);
        private final Map<String, PrivateWrite> writes = new TreeMap<>(Utf8Order.INSTANCE);
    }

    void read(String key, @Nullable Versioned found) {
        reads.put(key, kvRead(key, found));
    }

    static KVRead kvRead(String key, @Nullable Versioned found) {
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        if (found != null) {
            read.setVersion(version(found));
        }
        return read.build();
    }

    private static Version version(Versioned found) {
        return Version.newBuilder()
                .setBlockNum(found.version().block())
                .setTxNum(found.version().transaction())
                .build();
    }

    void range(RangeQueryInfo range) {
        ranges.add(range);
    }

    /** An empty value deletes, as it does in Fabric. */
    void write(String key, byte[] value) {
        writes.put(
                key,
                KVWrite.newBuilder()
                        .setKey(key)
                        .setIsDelete(value.length == 0)
                        .setValue(ByteString.copyFrom(value))
                        .build());
    }

    void readHash(String collection, String key, byte[] keyHash, @Nullable Versioned found) {
        KVReadHash.Builder read = KVReadHash.newBuilder().setKeyHash(ByteString.copyFrom(keyHash));
        if (found != null) {
            read.setVersion(version(found));
        }
        collection(collection).reads.put(key, read.build());
    }

    /** Marks that a value, not only its hash, was asked for: members alone may endorse then. */
    void readPrivate(String collection) {
        privateReads.add(collection);
    }

    void writePrivate(PrivateWrite write) {
        collection(write.collection()).writes.put(write.key(), write);
    }

    private Collection collection(String name) {
        return collections.computeIfAbsent(name, key -> new Collection());
    }

    List<PrivateWrite> privateWrites() {
        List<PrivateWrite> all = new ArrayList<>();
        collections.values().forEach(collection -> all.addAll(collection.writes.values()));
        return all;
    }

    Set<String> privateCollections() {
        Set<String> touched = new LinkedHashSet<>(privateReads);
        collections.forEach((name, collection) -> {
            if (!collection.writes.isEmpty()) {
                touched.add(name);
            }
        });
        return touched;
    }

    TxReadWriteSet toProto(String namespace) {
        TxReadWriteSet.Builder all = TxReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        if (reads.isEmpty() && writes.isEmpty() && ranges.isEmpty() && collections.isEmpty()) {
            return all.build();
        }
        KVRWSet publicSet = KVRWSet.newBuilder()
                .addAllReads(reads.values())
                .addAllRangeQueriesInfo(ranges)
                .addAllWrites(writes.values())
                .build();
        NsReadWriteSet.Builder own =
                NsReadWriteSet.newBuilder().setNamespace(namespace).setRwset(publicSet.toByteString());
        collections.forEach((name, collection) -> own.addCollectionHashedRwset(hashed(name, collection)));
        return all.addNsRwset(own).build();
    }

    private static CollectionHashedReadWriteSet hashed(String name, Collection collection) {
        HashedRWSet.Builder hashes = HashedRWSet.newBuilder().addAllHashedReads(collection.reads.values());
        KVRWSet.Builder values = KVRWSet.newBuilder();
        for (PrivateWrite write : collection.writes.values()) {
            byte[] value = write.value();
            boolean delete = value == null || value.length == 0;
            KVWriteHash.Builder hash = KVWriteHash.newBuilder()
                    .setKeyHash(ByteString.copyFrom(keyHash(write.key())))
                    .setIsDelete(delete)
                    .setIsPurge(write.purge());
            KVWrite.Builder plain = KVWrite.newBuilder().setKey(write.key()).setIsDelete(delete);
            if (value != null && !delete) {
                hash.setValueHash(ByteString.copyFrom(BlockHashes.sha256().digest(value)));
                plain.setValue(ByteString.copyFrom(value));
            }
            hashes.addHashedWrites(hash);
            values.addWrites(plain);
        }
        CollectionHashedReadWriteSet.Builder set = CollectionHashedReadWriteSet.newBuilder()
                .setCollectionName(name)
                .setHashedRwset(hashes.build().toByteString());
        if (!collection.writes.isEmpty()) {
            byte[] digest = BlockHashes.sha256().digest(values.build().toByteArray());
            set.setPvtRwsetHash(ByteString.copyFrom(digest));
        }
        return set.build();
    }

    static byte[] keyHash(String key) {
        return BlockHashes.sha256().digest(key.getBytes(StandardCharsets.UTF_8));
    }
}
