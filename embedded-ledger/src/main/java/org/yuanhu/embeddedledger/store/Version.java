package org.yuanhu.embeddedledger.store;

import java.nio.ByteBuffer;

/**
 * Where a value was written: Fabric's version of a key.
 *
 * @param block number of the block, 1 or more for anything chaincode wrote
 * @param transaction position of the transaction in its block, from 0
 */
public record Version(long block, int transaction) {
    /** Bytes an encoded version takes. */
    static final int BYTES = Long.BYTES + Integer.BYTES;

    static Version read(byte[] encoded, int offset) {
        ByteBuffer buffer = ByteBuffer.wrap(encoded, offset, BYTES);
        return new Version(buffer.getLong(), buffer.getInt());
    }

    void write(ByteBuffer target) {
        target.putLong(block).putInt(transaction);
    }
}
