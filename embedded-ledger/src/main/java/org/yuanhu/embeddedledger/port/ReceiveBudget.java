package org.yuanhu.embeddedledger.port;

import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all requests of strangers may hold in memory at once: bytes are counted as they come in and given back when the call is
 * over, so that whoever withholds the last byte of many large requests cannot fill the memory. The first bytes of each call
 * draw on a budget of their own, so that large requests cannot keep out the small ones, which nearly all are.
 */
final class ReceiveBudget extends ServerStreamTracer.Factory {
    private static final int SMALL_BYTES = 256 << 10;

    private final long most;
    private final AtomicLong small = new AtomicLong();
    private final AtomicLong large = new AtomicLong();

    /** @param most bytes of small requests, and as many of what is beyond them */
    ReceiveBudget(long most) {
        this.most = most;
    }

    @Override
    public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
        return new Held();
    }

    private final class Held extends ServerStreamTracer {
        private long smallHeld;
        private long largeHeld;

        @Override
        public void inboundWireSize(long bytes) {
            long within = Math.min(bytes, SMALL_BYTES - smallHeld);
            smallHeld += within;
            largeHeld += bytes - within;
            boolean tooMuch = small.addAndGet(within) > most;
            tooMuch |= large.addAndGet(bytes - within) > most;
            if (tooMuch) {
                throw Status.RESOURCE_EXHAUSTED
                        .withDescription("too much is being received at once; try again")
                        .asRuntimeException();
            }
        }

        @Override
        public void streamClosed(Status status) {
            small.addAndGet(-smallHeld);
            large.addAndGet(-largeHeld);
            smallHeld = 0;
            largeHeld = 0;
        }
    }
}
