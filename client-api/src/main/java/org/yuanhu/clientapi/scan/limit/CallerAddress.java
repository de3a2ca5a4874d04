package org.yuanhu.clientapi.scan.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose address a request comes from: the connection's own, unless that is a proxy the operator named; then the last address in
 * {@code X-Forwarded-For} that is no such proxy. What a stranger writes into the header counts for nothing.
 */
public final class CallerAddress {
    /** With these two forms, {@link InetAddress#getByName} never asks a name server. */
    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    private final List<InetAddress> proxies;

    /**
     * Believes these proxies.
     *
     * @param proxies literal addresses of the proxies in front of this server
     */
    public CallerAddress(List<String> proxies) {
        this.proxies = proxies.stream()
                .map(proxy -> literal(proxy)
                        .orElseThrow(
                                () -> new IllegalArgumentException("yuanhu.scan.proxies: not an address: " + proxy)))
                .toList();
    }

    /**
     * The network a request comes from.
     *
     * @param connection the address at the other end of the connection
     * @param forwardedFor the header as it came, several of them joined by commas
     */
    public AddressPrefix of(String connection, @Nullable String forwardedFor) {
        InetAddress caller =
                literal(connection).orElseThrow(() -> new IllegalArgumentException("A connection without an address"));
        if (forwardedFor == null || !proxies.contains(caller)) {
            return AddressPrefix.of(caller);
        }
        String[] hops = forwardedFor.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && proxies.contains(caller); i--) {
            Optional<InetAddress> hop = literal(hops[i].strip());
            if (hop.isEmpty()) {
                break;
            }
            caller = hop.get();
        }
        return AddressPrefix.of(caller);
    }

    private static Optional<InetAddress> literal(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        if (!LITERAL.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
