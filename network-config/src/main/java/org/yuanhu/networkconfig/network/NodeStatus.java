package org.yuanhu.networkconfig.network;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yuanhu.networkconfig.consortium.MspId;
import org.yuanhu.networkconfig.consortium.NodeAddress;
import org.yuanhu.networkconfig.identity.DurableFile;
import org.yuanhu.networkconfig.identity.Pem;

/**
 * What one node is like now.
 *
 * @param kind what it is
 * @param msp whose it is
 * @param process its process number; empty if it does not run
 * @param height how many blocks it has; empty for a chaincode process or a server, or if it does not answer
 * @param view for an orderer, which view it is in and whom it follows, as {@code view/leader}; else empty text
 * @param certificateEnds when the first of its certificates ends; empty if it has none yet
 */
public record NodeStatus(
        NodeKind kind,
        MspId msp,
        OptionalLong process,
        OptionalLong height,
        String view,
        Optional<Instant> certificateEnds) {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    /** How many blocks a running peer has; 0 if it does not answer. */
    static long height(NodeProcess peer, String channel) {
        int port = peer.folder().organisation().address().peerOperationsPort();
        return metric(metrics(port), "ledger_blockchain_height", channel).orElse(0);
    }

    /** Asks a node by its operations port, which answers on its own host only. */
    static NodeStatus of(NodeProcess node, String channel) {
        NodeAddress address = node.folder().organisation().address();
        Optional<ProcessHandle> running = node.running();
        String metrics = switch (node.kind()) {
            case ORDERER -> running.isEmpty() ? "" : metrics(address.ordererOperationsPort());
            case PEER -> running.isEmpty() ? "" : metrics(address.peerOperationsPort());
            case CHAINCODE, SERVER -> "";
        };
        OptionalLong height = switch (node.kind()) {
            case ORDERER -> plusOne(metric(metrics, "consensus_BFT_committed_block_number", channel));
            case PEER -> metric(metrics, "ledger_blockchain_height", channel);
            case CHAINCODE, SERVER -> OptionalLong.empty();
        };
        OptionalLong view = metric(metrics, "consensus_smartbft_view_number", channel);
        OptionalLong leader = metric(metrics, "consensus_smartbft_view_leader_id", channel);
        return new NodeStatus(
                node.kind(),
                node.folder().msp(),
                running.map(process -> OptionalLong.of(process.pid())).orElse(OptionalLong.empty()),
                height,
                view.isPresent() && leader.isPresent() ? view.getAsLong() + "/" + leader.getAsLong() : "",
                certificateEnds(node));
    }

    /** The value of a gauge in Prometheus' text form. */
    static OptionalLong metric(String metrics, String name, String channel) {
        Matcher line = Pattern.compile(
                        "(?m)^" + Pattern.quote(name + "{channel=\"" + channel + "\"}") + " ([0-9.e+]+)$")
                .matcher(metrics);
        return line.find() ? OptionalLong.of((long) Double.parseDouble(line.group(1))) : OptionalLong.empty();
    }

    private static OptionalLong plusOne(OptionalLong number) {
        return number.isPresent() ? OptionalLong.of(number.getAsLong() + 1) : number;
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

    private static Optional<Instant> certificateEnds(NodeProcess node) {
        Path folder = node.folder().node(node.kind());
        return Stream.of("msp/signcerts/cert.pem", "tls/cert.pem")
                .map(folder::resolve)
                .filter(Files::exists)
                .map(file ->
                        Pem.certificate(DurableFile.read(file)).getNotAfter().toInstant())
                .min(Instant::compareTo);
    }
}
