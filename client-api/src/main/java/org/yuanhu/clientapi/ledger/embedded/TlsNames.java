package org.yuanhu.clientapi.ledger.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The names and addresses the TLS port's certificate is good for: every one a client can reach the port by. */
final class TlsNames {
    private TlsNames() {}

    /** {@code localhost}, the address that is listened on, and for all addresses each of this machine's, with its host name. */
    static List<String> of(InetSocketAddress address) throws IOException {
        NavigableSet<String> names = new TreeSet<>(List.of("localhost", "127.0.0.1"));
        if (!address.getAddress().isAnyLocalAddress()) {
            names.add(text(address.getAddress()));
            return List.copyOf(names);
        }
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            each.inetAddresses().map(TlsNames::text).forEach(names::add);
        }
        hostName(names);
        return List.copyOf(names);
    }

    /** Without the interface's name behind a link-local address, which means nothing elsewhere. */
    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    private static void hostName(NavigableSet<String> names) {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            if (name.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
                names.add(name);
            }
        } catch (UnknownHostException e) {
            // a machine without a name is reached by its addresses
        }
    }
}
