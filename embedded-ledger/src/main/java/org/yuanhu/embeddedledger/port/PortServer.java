package org.yuanhu.embeddedledger.port;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The server behind the TLS port. Everything it does before a signature has been checked is bounded. */
public final class PortServer implements AutoCloseable {
    /** The largest message taken, in bytes: a transaction has to fit into a block. */
    public static final int MAX_MESSAGE_BYTES = 16 << 20;

    /** Connections at once; a client needs one. */
    static final int MOST_CONNECTIONS = 256;

    /** Connections of one address at once. */
    static final int MOST_OF_ONE_ADDRESS = 64;

    private static final int CALLS_OF_A_CONNECTION = 128;
    private static final long RECEIVED_BYTES = 64L << 20;
    private static final long ARRIVAL_SECONDS = 20;
    /** A connection that says nothing ends after two of these: one until it is asked, one for its answer. */
    private static final long SILENCE_SECONDS = 5;

    private static final long IDLE_MINUTES = 5;

    /** gRPC logs with its stack what a client sends wrong or cancels; the client is told, and nobody else can do anything about it. */
    private static final List<Logger> OF_CLIENTS = Stream.of(
                    "NettyServerStream", "NettyServerHandler", "NettyServerTransport")
            .map(name -> Logger.getLogger(NettyServerBuilder.class.getPackageName() + "." + name))
            .toList();

    static {
        OF_CLIENTS.forEach(logger -> logger.setFilter(logged -> logged.getThrown() == null));
    }

    private final EventLoopGroup accepting = group("ledger-accept", 1);
    private final EventLoopGroup reading =
            group("ledger-port", Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final ArrivalDeadline arrivals = new ArrivalDeadline(ARRIVAL_SECONDS);
    private final Server server;

    /**
     * Starts listening.
     *
     * @param service what is served
     * @param marking sees every call
     * @throws IOException if the port is taken
     */
    public PortServer(TlsPort port, Executor executor, BindableService service, ServerInterceptor marking)
            throws IOException {
        Connections connections = new Connections(MOST_CONNECTIONS, MOST_OF_ONE_ADDRESS);
        NettyServerBuilder builder = NettyServerBuilder.forAddress(port.address(), port.credentials())
                .bossEventLoopGroup(accepting)
                .workerEventLoopGroup(reading)
                .channelFactory(connections::listening)
                .executor(executor)
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .maxConcurrentCallsPerConnection(CALLS_OF_A_CONNECTION)
                .handshakeTimeout(2 * SILENCE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTime(SILENCE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(SILENCE_SECONDS, TimeUnit.SECONDS)
                .maxConnectionIdle(IDLE_MINUTES, TimeUnit.MINUTES)
                .permitKeepAliveTime(30, TimeUnit.SECONDS)
                .addStreamTracerFactory(new ReceiveBudget(RECEIVED_BYTES))
                .addService(WholeMessages.of(service.bindService()))
                .intercept(arrivals)
                .intercept(marking);
        try {
            server = builder.build().start();
        } catch (IOException e) {
            release();
            throw e;
        }
    }

    private static EventLoopGroup group(String name, int threads) {
        return new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** Takes no new calls. */
    public void shutdown() {
        server.shutdown();
    }

    /** Waits some seconds for the calls there are, then ends them. */
    public void awaitEnd(long seconds) throws InterruptedException {
        if (!server.awaitTermination(seconds, TimeUnit.SECONDS)) {
            server.shutdownNow();
        }
    }

    /** Stops at once, and gives back its threads. */
    @Override
    public void close() {
        server.shutdownNow();
        release();
    }

    private void release() {
        arrivals.close();
        var unused = List.of(
                accepting.shutdownGracefully(0, 1, TimeUnit.SECONDS),
                reading.shutdownGracefully(0, 1, TimeUnit.SECONDS));
    }
}
