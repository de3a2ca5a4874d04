package org.yuanhu.clientapi.scan.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * From where somebody asks, as far as a limit tells callers apart: one IPv4 address, or one IPv6 /64, which is what a single line is
 * given.
 *
 * @param prefix the IPv4 address, or the first 64 bits of the IPv6 address
 */
public record AddressPrefix(boolean six, long prefix) {
    public static AddressPrefix of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? new AddressPrefix(true, ByteBuffer.wrap(bytes).getLong())
                : new AddressPrefix(
                        false, Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt()));
    }
}
