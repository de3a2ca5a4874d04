package org.yuanhu.networkconfig.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.InputStream;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;

/**
 * With several orderers a transaction may have been ordered before the slower ones are asked, which they answer with an error ("request
 * already processed"). So the client goes on and asks how the transaction was committed, as the product's own does.
 */
public final class AlreadyProcessed implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        if (!method.getFullMethodName().equals(GatewayGrpc.getSubmitMethod().getFullMethodName())) {
            return call;
        }
        return new SimpleForwardingClientCall<>(call) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(new TakenAnyway<>(method, listener), headers);
            }
        };
    }

    private static final class TakenAnyway<A> extends SimpleForwardingClientCallListener<A> {
        private final MethodDescriptor<?, A> method;

        TakenAnyway(MethodDescriptor<?, A> method, ClientCall.Listener<A> listener) {
            super(listener);
            this.method = method;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (status.getCode() == Status.Code.UNAVAILABLE) {
                super.onMessage(method.parseResponse(InputStream.nullInputStream()));
                super.onClose(Status.OK, trailers);
            } else {
                super.onClose(status, trailers);
            }
        }
    }
}
