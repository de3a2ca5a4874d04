package org.yuanhu.embeddedledger.port;

import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connections that are open, counted from the moment they are accepted; one too many is closed before a byte of it is read. */
final class Connections {
    private final int most;
    private final int mostOfOneAddress;
    private final Map<InetAddress, Integer> open = new HashMap<>();
    private int all;

    Connections(int most, int mostOfOneAddress) {
        this.most = most;
        this.mostOfOneAddress = mostOfOneAddress;
    }

    private synchronized boolean admit(InetAddress address) {
        int ofThis = open.getOrDefault(address, 0);
        if (all >= most || ofThis >= mostOfOneAddress) {
            return false;
        }
        open.put(address, ofThis + 1);
        all++;
        return true;
    }

    private synchronized void left(InetAddress address) {
        all--;
        open.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    }

    /** A listening socket that lets in no more than there may be. */
    NioServerSocketChannel listening() {
        return new NioServerSocketChannel() {
            @Override
            protected int doReadMessages(List<Object> accepted) throws Exception {
                int read = super.doReadMessages(accepted);
                if (read == 1 && !admits(accepted.get(accepted.size() - 1))) {
                    accepted.remove(accepted.size() - 1);
                    return 0;
                }
                return read;
            }
        };
    }

    private boolean admits(Object accepted) {
        if (!(accepted instanceof Channel connection)) {
            return true;
        }
        SocketAddress remote = connection.remoteAddress();
        if (!(remote instanceof InetSocketAddress internet) || !admit(internet.getAddress())) {
            connection.unsafe().closeForcibly();
            return false;
        }
        var unused = connection.closeFuture().addListener(closed -> left(internet.getAddress()));
        return true;
    }
}
