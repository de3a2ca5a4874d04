package org.yuanhu.embeddedledger.port;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Where the ledger listens, and as whom. */
public record TlsPort(InetSocketAddress address, ServerCredentials credentials) {
    /**
     * A port whose certificate and key are PEM files.
     *
     * @throws IOException if a file cannot be read
     */
    public static TlsPort of(InetSocketAddress address, Path certificateChain, Path privateKey) throws IOException {
        return new TlsPort(address, TlsServerCredentials.create(certificateChain.toFile(), privateKey.toFile()));
    }
}
