package org.yuanhu.embeddedledger;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Where the ledger listens, and as whom. */
record TlsPort(InetSocketAddress address, ServerCredentials credentials) {
    static TlsPort of(InetSocketAddress address, Path certificateChain, Path privateKey) throws IOException {
        return new TlsPort(address, TlsServerCredentials.create(certificateChain.toFile(), privateKey.toFile()));
    }
}
