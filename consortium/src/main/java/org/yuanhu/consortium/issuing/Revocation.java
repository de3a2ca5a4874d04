package org.yuanhu.consortium.issuing;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A certificate that counts no longer.
 *
 * @param serial its serial number, unique within its authority
 * @param at when it was revoked
 */
public record Revocation(BigInteger serial, Instant at) {

    /** {@code serial in hex, space, instant}: one line of an authority's list. */
    String line() {
        return serial.toString(16) + " " + at + "\n";
    }

    static Revocation parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a serial number and an instant: '" + line + "'");
        }
        return new Revocation(new BigInteger(parts[0], 16), Instant.parse(parts[1]));
    }
}
