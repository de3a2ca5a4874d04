package org.yuanhu.embeddedledger.port;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A service that answers a message it cannot parse with {@code INVALID_ARGUMENT}. gRPC itself lets the exception end the
 * thread's task, and logs it with its stack for everybody who sends noise.
 */
final class WholeMessages {
    private WholeMessages() {}

    /** A message, or nothing where the bytes were none. */
    private record Parsed<Q>(@Nullable Q message) {}

    static ServerServiceDefinition of(ServerServiceDefinition service) {
        ServerServiceDefinition.Builder whole =
                ServerServiceDefinition.builder(service.getServiceDescriptor().getName());
        service.getMethods().forEach(method -> whole.addMethod(of(method)));
        return whole.build();
    }

    private static <Q, R> ServerMethodDefinition<Parsed<Q>, R> of(ServerMethodDefinition<Q, R> method) {
        MethodDescriptor<Q, R> described = method.getMethodDescriptor();
        MethodDescriptor<Parsed<Q>, R> parsing = described.<Parsed<Q>, R>toBuilder(
                        new Parsing<>(described.getRequestMarshaller()), described.getResponseMarshaller())
                .build();
        ServerCallHandler<Q, R> handler = method.getServerCallHandler();
        return ServerMethodDefinition.create(parsing, (call, headers) -> {
            ServerCall<Q, R> plain = new Plain<>(call, described);
            return new Unwrapping<>(handler.startCall(plain, headers), call);
        });
    }

    private record Parsing<Q>(MethodDescriptor.Marshaller<Q> plain) implements MethodDescriptor.Marshaller<Parsed<Q>> {
        @Override
        public InputStream stream(Parsed<Q> value) {
            throw new UnsupportedOperationException("a server sends no request");
        }

        @Override
        public Parsed<Q> parse(InputStream bytes) {
            try {
                return new Parsed<>(plain.parse(bytes));
            } catch (StatusRuntimeException notOne) {
                return new Parsed<>(null);
            }
        }
    }

    /** Hands the message on, or ends the call. */
    private static final class Unwrapping<Q, R> extends ServerCall.Listener<Parsed<Q>> {
        private final ServerCall.Listener<Q> plain;
        private final ServerCall<Parsed<Q>, R> call;
        private boolean broken;

        Unwrapping(ServerCall.Listener<Q> plain, ServerCall<Parsed<Q>, R> call) {
            this.plain = new SimpleForwardingServerCallListener<>(plain) {};
            this.call = call;
        }

        @Override
        public void onMessage(Parsed<Q> parsed) {
            Q message = parsed.message();
            if (message == null) {
                broken = true;
                call.close(
                        Status.INVALID_ARGUMENT.withDescription("the request is not a message of this method"),
                        new Metadata());
            } else {
                plain.onMessage(message);
            }
        }

        @Override
        public void onHalfClose() {
            if (!broken) {
                plain.onHalfClose();
            }
        }

        @Override
        public void onCancel() {
            plain.onCancel();
        }

        @Override
        public void onComplete() {
            plain.onComplete();
        }

        @Override
        public void onReady() {
            plain.onReady();
        }
    }

    /** The call as the service knows it. */
    private static final class Plain<Q, R> extends ServerCall<Q, R> {
        private final ServerCall<Parsed<Q>, R> call;
        private final MethodDescriptor<Q, R> method;

        Plain(ServerCall<Parsed<Q>, R> call, MethodDescriptor<Q, R> method) {
            this.call = call;
            this.method = method;
        }

        @Override
        public void request(int messages) {
            call.request(messages);
        }

        @Override
        public void sendHeaders(Metadata headers) {
            call.sendHeaders(headers);
        }

        @Override
        public void sendMessage(R message) {
            call.sendMessage(message);
        }

        @Override
        public boolean isReady() {
            return call.isReady();
        }

        @Override
        public void close(Status status, Metadata trailers) {
            call.close(status, trailers);
        }

        @Override
        public boolean isCancelled() {
            return call.isCancelled();
        }

        @Override
        public void setCompression(String compressor) {
            call.setCompression(compressor);
        }

        @Override
        public void setMessageCompression(boolean enabled) {
            call.setMessageCompression(enabled);
        }

        @Override
        public MethodDescriptor<Q, R> getMethodDescriptor() {
            return method;
        }
    }
}
