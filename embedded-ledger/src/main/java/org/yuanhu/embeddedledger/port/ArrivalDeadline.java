package org.yuanhu.embeddedledger.port;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends a call whose request has not come in whole after a time; every request of the Gateway service is one message. */
final class ArrivalDeadline implements ServerInterceptor, AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;
    private final long seconds;

    ArrivalDeadline(long seconds) {
        this.seconds = seconds;
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "ledger-arrivals");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        AtomicBoolean settled = new AtomicBoolean();
        Future<?> late = timer.schedule(() -> end(call, settled), seconds, TimeUnit.SECONDS);
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onHalfClose() {
                late.cancel(false);
                if (settled.compareAndSet(false, true)) {
                    super.onHalfClose();
                }
            }

            @Override
            public void onCancel() {
                late.cancel(false);
                super.onCancel();
            }
        };
    }

    /** The service does nothing with a call before its request is whole, so nobody else closes it meanwhile. */
    private void end(ServerCall<?, ?> call, AtomicBoolean settled) {
        if (settled.compareAndSet(false, true)) {
            call.close(
                    Status.DEADLINE_EXCEEDED.withDescription(
                            "the request did not come in whole within " + seconds + " s"),
                    new Metadata());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
