package org.yuanhu.embeddedledger;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/** Requests whose bytes are no message. */
final class Requests {
    private static final MethodDescriptor.Marshaller<InputStream> RAW = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(InputStream value) {
            return value;
        }

        @Override
        public InputStream parse(InputStream stream) {
            return stream;
        }
    };

    private Requests() {}

    static InputStream noMessage() {
        return new ByteArrayInputStream(new byte[] {0x0a, 0x7f, 1, 2, 3});
    }

    /** Sends bytes as the request of a method of the Gateway; tells how the call ended. */
    static CompletableFuture<Status> send(ManagedChannel channel, String method, InputStream request) {
        MethodDescriptor<InputStream, InputStream> raw = MethodDescriptor.<InputStream, InputStream>newBuilder(RAW, RAW)
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("gateway.Gateway/" + method)
                .build();
        ClientCall<InputStream, InputStream> call = channel.newCall(raw, CallOptions.DEFAULT);
        CompletableFuture<Status> ended = new CompletableFuture<>();
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        ended.complete(status);
                    }
                },
                new Metadata());
        call.request(1);
        call.sendMessage(request);
        call.halfClose();
        return ended;
    }
}
