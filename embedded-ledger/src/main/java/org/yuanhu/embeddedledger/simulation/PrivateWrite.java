package org.yuanhu.embeddedledger.simulation;

import org.jspecify.annotations.Nullable;

/**
 * A write to a private collection that waits for its transaction to be committed. It is kept in memory only.
 *
 * @param collection name of the collection
 * @param key the key
 * @param value the value, or null to delete
 * @param purge whether the value's hash is to go too, as Fabric's purge does
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PrivateWrite(String collection, String key, byte @Nullable [] value, boolean purge) {}
