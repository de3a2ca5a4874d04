package org.yuanhu.networkconfig.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.NodeAddress;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/**
 * What one node is like now.
 *
 * @param kind what it is
 * @param msp whose it is
 * @param process its process number; empty if it does not run
 * @param height how many blocks it has; empty for what keeps none, or if it does not answer
 * @param view for an orderer, which view it is in and whom it follows, as {@code view/leader}; else empty text
 * @param certificate of those it uses now, the one that ends first; empty if it has none
 */
public record NodeStatus(
        NodeKind kind,
        MspId msp,
        OptionalLong process,
        OptionalLong height,
        String view,
        Optional<X509Certificate> certificate) {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    /** How many blocks a running peer has; 0 if it does not answer. */
    public static long height(NodeProcess peer, String channel) {
        return peerBlocks(metrics(peer.folder().organisation().address().peerOperationsPort()), channel)
                .orElse(0);
    }

    /** How many blocks a peer has, whoever started it; empty if it does not answer. */
    public static OptionalLong peerHeight(NodeAddress address, String channel) {
        return peerBlocks(metrics(address.peerOperationsPort()), channel);
    }

    /** Asks a node by its operations port, which answers on its own host only. */
    public static NodeStatus of(NodeProcess node, String channel) {
        NodeAddress address = node.folder().organisation().address();
        Optional<ProcessHandle> running = node.running();
        String metrics = switch (node.kind()) {
            case ORDERER -> running.isEmpty() ? "" : metrics(address.ordererOperationsPort());
            case PEER -> running.isEmpty() ? "" : metrics(address.peerOperationsPort());
            case CHAINCODE, ISSUER, SERVER, WATCH -> "";
        };
        OptionalLong height = switch (node.kind()) {
            case ORDERER -> running.isEmpty() ? OptionalLong.empty() : ordererBlocks(node.folder(), channel);
            case PEER -> peerBlocks(metrics, channel);
            case CHAINCODE, ISSUER, SERVER, WATCH -> OptionalLong.empty();
        };
        OptionalLong view = metric(metrics, "consensus_smartbft_view_number", channel);
        OptionalLong leader = metric(metrics, "consensus_smartbft_view_leader_id", channel);
        return new NodeStatus(
                node.kind(),
                node.folder().msp(),
                running.map(process -> OptionalLong.of(process.pid())).orElse(OptionalLong.empty()),
                height,
                view.isPresent() && leader.isPresent() ? view.getAsLong() + "/" + leader.getAsLong() : "",
                CertificatesInUse.firstToEnd(node));
    }

    /** The value of a gauge in Prometheus' text form. */
    static OptionalLong metric(String metrics, String name, String channel) {
        Matcher line = Pattern.compile(
                        "(?m)^" + Pattern.quote(name + "{channel=\"" + channel + "\"}") + " ([0-9.e+]+)$")
                .matcher(metrics);
        return line.find() ? OptionalLong.of((long) Double.parseDouble(line.group(1))) : OptionalLong.empty();
    }

    private static OptionalLong ordererBlocks(OrganisationFolder folder, String channel) {
        try {
            return new OrdererHeight(folder, channel).read();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return OptionalLong.empty(); // no administrator's certificate here: the cell stays empty
        }
    }

    private static OptionalLong peerBlocks(String metrics, String channel) {
        return metric(metrics, "ledger_blockchain_height", channel);
    }

    private static String metrics(int port) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .timeout(LIMIT)
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return ""; // it does not answer: the table shows that by an empty cell
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
