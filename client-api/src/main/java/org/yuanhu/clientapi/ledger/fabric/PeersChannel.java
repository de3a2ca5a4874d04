package org.yuanhu.clientapi.ledger.fabric;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuanhu.clientapi.ledger.connection.LedgerConnection;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A gRPC channel to the first of some peers that answers. What it is told goes to these and to no other peer, whatever state they are in;
 * how each call ends is judged by {@link Peers}.
 */
final class PeersChannel extends Channel {
    private final Peers peers;
    private final List<Peer> inOrder;
    private final boolean onlyUsable;

    private PeersChannel(Peers peers, List<Peer> inOrder, boolean onlyUsable) {
        this.peers = peers;
        this.inOrder = List.copyOf(inOrder);
        this.onlyUsable = onlyUsable;
    }

    /** To any of the peers. If none is usable, the first is as good as another. */
    static PeersChannel toAny(Peers peers) {
        return new PeersChannel(peers, peers.all(), false);
    }

    /**
     * To these of the peers, which may be told private data. If none of them is usable, a call ends with UNAVAILABLE and rule LG-10,
     * and nothing is sent.
     */
    static PeersChannel toMembers(Peers peers, List<Peer> members) {
        return new PeersChannel(peers, members, true);
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
        boolean another = options.getOption(LedgerConnection.ANOTHER_PEER);
        Optional<Peer> chosen = choose(another);
        if (chosen.isEmpty()) {
            return new NobodyThere<>(onlyUsable ? nobody() : "no peer keeps the ledger of the trust file");
        }
        Peer peer = chosen.get();
        return new SimpleForwardingClientCall<>(peer.channel().newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                boolean firstWasFaster = another && status.getCode() == Status.Code.CANCELLED;
                                if (!firstWasFaster) {
                                    peers.judge(peer, method, status);
                                }
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }
        };
    }

    @Override
    public String authority() {
        return inOrder.get(0).channel().authority();
    }

    private Optional<Peer> choose(boolean another) {
        Stream<Peer> usable = inOrder.stream().filter(peer -> peer.state() == Peer.State.USABLE);
        Optional<Peer> first = usable.skip(another ? 1 : 0).findFirst();
        if (first.isPresent() || onlyUsable) {
            return first;
        }
        return inOrder.stream()
                .filter(peer -> peer.state() != Peer.State.STRANGE)
                .skip(another ? 1 : 0)
                .findFirst();
    }

    private String nobody() {
        List<String> organisations =
                inOrder.stream().map(peer -> peer.organisation().value()).toList();
        return RefusedException.by(Rule.LG_10)
                .with("organisations", String.join(", ", organisations))
                .build()
                .getMessage();
    }

    /** A call that reaches nobody and ends at once. */
    private static final class NobodyThere<Q, A> extends ClientCall<Q, A> {
        private final String why;

        NobodyThere(String why) {
            this.why = why;
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            listener.onClose(Status.UNAVAILABLE.withDescription(why), new Metadata());
        }

        @Override
        public void request(int messages) {
            // none will come
        }

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {
            // it has ended
        }

        @Override
        public void halfClose() {
            // it has ended
        }

        @Override
        public void sendMessage(Q message) {
            // nobody is told
        }
    }
}
