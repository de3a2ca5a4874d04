package org.yuanhu.embeddedledger.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One value of a private collection. The store files it under the hash of its key, so that not even a key's text reaches
 * an index, manifest or information log.
 *
 * @param collection name of the collection
 * @param key the key chaincode used
 * @param value the bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes go straight to chaincode
public record PrivateRecord(String collection, String key, byte[] value) {
    static final int HASH_BYTES = 32;

    /** {@code collection 0x00 SHA-256(key) version}: where one version of a value is filed. */
    static byte[] address(String collection, byte[] keyHash, Version version) {
        byte[] prefix = prefix(collection);
        ByteBuffer buffer = ByteBuffer.allocate(prefix.length + HASH_BYTES + Version.BYTES)
                .put(prefix)
                .put(keyHash);
        version.write(buffer);
        return buffer.array();
    }

    static byte[] prefix(String collection) {
        byte[] name = collection.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(name, name.length + 1);
    }

    static byte[] hashKey(String collection, byte[] keyHash) {
        byte[] prefix = prefix(collection);
        byte[] whole = Arrays.copyOf(prefix, prefix.length + HASH_BYTES);
        System.arraycopy(keyHash, 0, whole, prefix.length, HASH_BYTES);
        return whole;
    }

    byte[] encode() {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + name.length + value.length)
                .putInt(name.length)
                .put(name)
                .put(value)
                .array();
    }

    static PrivateRecord decode(String collection, byte[] stored) {
        int length = ByteBuffer.wrap(stored).getInt();
        int from = Integer.BYTES + length;
        String key = new String(stored, Integer.BYTES, length, StandardCharsets.UTF_8);
        return new PrivateRecord(collection, key, Arrays.copyOfRange(stored, from, stored.length));
    }
}
