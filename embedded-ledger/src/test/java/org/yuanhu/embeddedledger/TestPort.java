package org.yuanhu.embeddedledger;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** A ledger that listens with TLS on a free port of this machine, and ways to connect to it. */
final class TestPort implements AutoCloseable {
    private final Path directory;
    private final TestOrganisation organisation;
    private final EmbeddedLedger ledger;

    TestPort(TestChannel channel, Path directory) throws IOException {
        this.directory = directory;
        organisation = channel.organisation(TestChannel.AUDITOR);
        TestOrganisation.Holder server = organisation.user("server");
        Path certificate = pem("server.pem", server.certificate());
        Path key = pem("server-key.pem", new JcaPKCS8Generator(server.key(), null));
        ledger = channel.ledger(directory.resolve("ledger"))
                .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), certificate, key)
                .start();
    }

    EmbeddedLedger ledger() {
        return ledger;
    }

    /** A client's channel; as an operator would, it trusts the CA that issued the server's certificate. */
    ManagedChannel connect() throws IOException {
        return connect(TlsChannelCredentials.newBuilder()
                .trustManager(pem("ca.pem", organisation.authority()).toFile())
                .build());
    }

    ManagedChannel connect(ChannelCredentials credentials) {
        return Grpc.newChannelBuilderForAddress("localhost", ledger.port(), credentials)
                .maxInboundMessageSize(EmbeddedLedger.MAX_MESSAGE_BYTES)
                .build();
    }

    /** A plain connection. */
    Socket socket() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), ledger.port());
    }

    /** A connection that has shaken hands, for HTTP/2. */
    SSLSocket tlsSocket() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", organisation.authority());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), ledger.port());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(List.of("h2").toArray(String[]::new));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Reads until the other side ends the connection. */
    static void awaitEnd(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            while (in.read() >= 0) {
                // settings and pings
            }
        } catch (java.net.SocketException reset) {
            // ended just as well
        }
    }

    private Path pem(String name, Object content) throws IOException {
        Path file = directory.resolve(name);
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
                JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
