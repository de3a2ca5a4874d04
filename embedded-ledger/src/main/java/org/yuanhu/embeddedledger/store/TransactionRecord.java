package org.yuanhu.embeddedledger.store;

import java.nio.ByteBuffer;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Where a transaction ended up and what validation said of it.
 *
 * @param block number of its block
 * @param position position in the block, from 0
 * @param code Fabric's validation code
 */
public record TransactionRecord(long block, int position, TxValidationCode code) {
    static TransactionRecord decode(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        long block = buffer.getLong();
        int position = buffer.getInt();
        TxValidationCode code = TxValidationCode.forNumber(buffer.getInt());
        return new TransactionRecord(block, position, code == null ? TxValidationCode.INVALID_OTHER_REASON : code);
    }

    byte[] encode() {
        return ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES)
                .putLong(block)
                .putInt(position)
                .putInt(code.getNumber())
                .array();
    }
}
