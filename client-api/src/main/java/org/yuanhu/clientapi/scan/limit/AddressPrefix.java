package org.yuanhu.clientapi.scan.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/**
 * From where somebody asks, as far as a limit tells callers apart: one IPv4 address, or one IPv6 /64, which is what a single line is
 * given.
 *
 * @param prefix the IPv4 address, or the first 64 bits of the IPv6 address
 */
public record AddressPrefix(boolean six, long prefix) {
    /** A proxy of ours may pass on what is no address, such as {@code unknown}: all of these count as one caller. */
    private static final AddressPrefix UNKNOWN = new AddressPrefix(false, -1);

    /** With these two forms, {@link InetAddress#getByName} never asks a name server. */
    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    /**
     * From where a request comes.
     *
     * @param address as the servlet container has it: a literal address, with a zone perhaps
     */
    public static AddressPrefix of(String address) {
        int zone = address.indexOf('%');
        String literal = zone < 0 ? address : address.substring(0, zone);
        if (!LITERAL.matcher(literal).matches()) {
            return UNKNOWN;
        }
        try {
            return of(InetAddress.getByName(literal));
        } catch (UnknownHostException malformed) {
            return UNKNOWN;
        }
    }

    static AddressPrefix of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? new AddressPrefix(true, ByteBuffer.wrap(bytes).getLong())
                : new AddressPrefix(
                        false, Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt()));
    }
}
