package org.yuanhu.clientapi.ledger.embedded;

import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names and addresses the TLS port's certificate is good for. */
final class TlsNames {
    private TlsNames() {}

    static List<String> of(InetSocketAddress address) {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1"));
        if (!address.getAddress().isAnyLocalAddress()) {
            names.add(address.getAddress().getHostAddress());
        }
        return List.copyOf(names);
    }
}
