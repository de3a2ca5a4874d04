package org.yuanhu.embeddedledger.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A stored value and the version it was written at.
 *
 * @param version where it was written
 * @param value the bytes; not copied, so neither side may change them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes go straight to chaincode or the wire
public record Versioned(Version version, byte[] value) {
    static Versioned decode(byte[] stored) {
        return new Versioned(Version.read(stored, 0), Arrays.copyOfRange(stored, Version.BYTES, stored.length));
    }

    byte[] encode() {
        ByteBuffer buffer = ByteBuffer.allocate(Version.BYTES + value.length);
        version.write(buffer);
        return buffer.put(value).array();
    }
}
