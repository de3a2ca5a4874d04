package org.yuanhu.networkconfig.watch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.yuanhu.consortium.MspId;

/** What a watch has seen and done, in Prometheus' text form, on a port of its own host. */
final class WatchMetrics {
    private final MspId msp;
    private final AtomicLong restarts = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong ending = new AtomicLong();
    private final AtomicLong ordererBlocks = new AtomicLong();
    private final AtomicLong peerBlocks = new AtomicLong();

    WatchMetrics(MspId msp) {
        this.msp = msp;
    }

    /** Answers at {@code /metrics} of a loopback port until the process ends. */
    HttpServer serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/metrics", exchange -> {
            byte[] text = text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        return server;
    }

    void startedAgain() {
        restarts.incrementAndGet();
    }

    void failed() {
        failures.incrementAndGet();
    }

    void certificatesEnding(long count) {
        ending.set(count);
    }

    void saw(long orderer, long peer) {
        ordererBlocks.set(orderer);
        peerBlocks.set(peer);
    }

    String text() {
        return line("counter", "yuanhu_watch_orderer_restarts_total", restarts)
                + line("counter", "yuanhu_watch_failed_looks_total", failures)
                + line("gauge", "yuanhu_watch_certificates_ending", ending)
                + line("gauge", "yuanhu_watch_orderer_blocks", ordererBlocks)
                + line("gauge", "yuanhu_watch_peer_blocks", peerBlocks);
    }

    private String line(String type, String name, AtomicLong value) {
        return "# TYPE " + name + " " + type + "\n" + name + "{msp=\"" + msp + "\"} " + value + "\n";
    }
}
