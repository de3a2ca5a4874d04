package org.yuanhu.networktests.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.networkconfig.node.OrdererHeight;
import org.yuanhu.networkconfig.node.Tls;

/** What of a running organisation is closed to other users of its host, and to other certificates of its own. */
final class Closed {
    /** How a client of HTTP/2 begins (RFC 9113, section 3.4), with empty settings. */
    private static final byte[] HTTP_2 =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

    private Closed() {}

    /** Folder and databases are the owner's alone. */
    static void assertFolder(OrganisationFolder organisation) throws IOException {
        assertThat(mode(organisation.root())).isEqualTo("rwx------");
        for (NodeKind kind : List.of(NodeKind.PEER, NodeKind.ORDERER)) {
            assertThat(mode(organisation.node(kind))).isEqualTo("rwx------");
            try (Stream<Path> data = Files.walk(organisation.node(kind).resolve("data"))) {
                assertThat(data.filter(Files::exists).map(Closed::mode))
                        .isNotEmpty()
                        .allMatch(mode -> mode.endsWith("------"));
            }
        }
    }

    /** The orderer's administration and the chaincode go on with the certificates made for them, and with no other. */
    static void assertDoors(OrganisationFolder organisation, Path shown) throws Exception {
        Path peers = organisation.node(NodeKind.PEER);
        int administration = organisation.organisation().address().ordererAdminPort();
        int chaincode = organisation.organisation().address().chaincodePort();

        assertThat(new OrdererHeight(organisation, "yuanhu").read().orElse(0)).isGreaterThan(1);
        assertThat(isTaken(administration, organisation.root().resolve("admin/tls"), "", new byte[0], shown))
                .isTrue();
        assertThat(isTaken(chaincode, peers.resolve("tls-chaincode"), "h2", HTTP_2, shown))
                .isTrue();
        for (Path other : List.of(
                peers.resolve("tls"), organisation.node(NodeKind.ORDERER).resolve("tls"))) {
            assertThat(isTaken(administration, other, "", new byte[0], shown)).isFalse();
            assertThat(isTaken(chaincode, other, "h2", HTTP_2, shown)).isFalse();
        }
        assertThat(isTaken(chaincode, organisation.root().resolve("admin/tls"), "h2", HTTP_2, shown))
                .isFalse();
    }

    /** Whether a server goes on with who shows this folder's certificate: it answers, or ends the connection. */
    private static boolean isTaken(int port, Path shown, String protocol, byte[] opening, Path as) throws Exception {
        for (String name : List.of("cert.pem", "key.pem")) {
            Files.createDirectories(as);
            Files.copy(shown.resolve(name), as.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(as.resolve("ca.pem"), Pem.of(Tls.shownAt(port).orElseThrow()));
        try (SSLSocket socket =
                (SSLSocket) Tls.context(as).getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            if (!protocol.isEmpty()) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {protocol});
                socket.setSSLParameters(parameters);
            }
            socket.startHandshake();
            socket.getOutputStream()
                    .write(
                            opening.length > 0
                                    ? opening
                                    : "GET /participation/v1/channels HTTP/1.0\r\n\r\n"
                                            .getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (SSLException | SocketException e) {
            return false;
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            return "------"; // a database's file that was just replaced
        }
    }
}
