package org.yuanhu.networkconfig.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.Pem;

/** TLS by the PEM files of this folder form: {@code cert.pem}, {@code key.pem} and {@code ca.pem}. */
public final class Tls {
    private static final int LIMIT_MILLIS = 2_000;

    private Tls() {}

    /**
     * For a side that shows the folder's certificate and checks the other's under the folder's authorities.
     *
     * @throws IllegalArgumentException if the files do not hold that
     * @throws java.io.UncheckedIOException if one cannot be read
     */
    public static SSLContext context(Path folder) {
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            Certificate[] chain = Pem.certificates(DurableFile.read(folder.resolve("cert.pem")))
                    .toArray(Certificate[]::new);
            own.setKeyEntry("own", Pem.privateKey(DurableFile.read(folder.resolve("key.pem"))), new char[0], chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, new char[0]);
            KeyStore authorities = KeyStore.getInstance("PKCS12");
            authorities.load(null, null);
            int number = 0;
            for (X509Certificate authority : Pem.certificates(DurableFile.read(folder.resolve("ca.pem")))) {
                authorities.setCertificateEntry("authority" + number++, authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(folder + " holds no certificate, key and authorities", e);
        }
    }

    /** The certificate a server on this machine shows; empty if none answers. It is looked at, and nothing is told to the server. */
    public static Optional<X509Certificate> shownAt(int port) {
        Seen seen = new Seen();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {seen}, null);
            try (SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", port, true)) {
                socket.setSoTimeout(LIMIT_MILLIS);
                socket.startHandshake();
            }
        } catch (SSLException e) {
            return seen.certificate; // it wants one of us, and has shown its own
        } catch (IOException e) {
            return seen.certificate;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS", e);
        }
        return seen.certificate;
    }

    /** Takes whatever is shown, as nothing is sent to who shows it. */
    private static final class Seen implements X509TrustManager {
        private Optional<X509Certificate> certificate = Optional.empty();

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String algorithm) {
            certificate = List.of(chain).stream().findFirst();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String algorithm) {
            throw new IllegalStateException("this is no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
