package org.yuanhu.embeddedledger.gateway;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import org.yuanhu.consortium.trust.LedgerFacts;

/** Marks every answer, refusals too, with {@code ledger-kind: single-machine}. */
public final class KindInterceptor implements ServerInterceptor {
    /** The header, or trailer, that carries the mark. */
    public static final Metadata.Key<String> LEDGER_KIND =
            Metadata.Key.of("ledger-kind", Metadata.ASCII_STRING_MARSHALLER);

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        return next.startCall(
                new SimpleForwardingServerCall<>(call) {
                    @Override
                    public void sendHeaders(Metadata answer) {
                        answer.put(LEDGER_KIND, LedgerFacts.Kind.SINGLE_MACHINE.text());
                        super.sendHeaders(answer);
                    }

                    @Override
                    public void close(Status status, Metadata trailers) {
                        trailers.put(LEDGER_KIND, LedgerFacts.Kind.SINGLE_MACHINE.text());
                        super.close(status, trailers);
                    }
                },
                headers);
    }
}
