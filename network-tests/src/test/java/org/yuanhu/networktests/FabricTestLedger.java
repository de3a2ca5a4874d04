package org.yuanhu.networktests;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.jspecify.annotations.Nullable;
import org.yuanhu.chaincode.chance.Dice;
import org.yuanhu.chaincode.testledger.TestLedger;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.networkconfig.fabric.FabricTools;

/**
 * A chaincode on a real network of four organisations. A client asks its own organisation's peer.
 *
 * <p>A commit counts here when every peer has it, so that a suite's next step, by another organisation's client, sees it: on one
 * machine that is at once, on a real network a moment later.
 */
final class FabricTestLedger implements TestLedger {
    private final RulebookLedgers ledgers;
    private final Identities identities;

    FabricTestLedger(RulebookLedgers ledgers, Identities identities) {
        this.ledgers = ledgers;
        this.identities = identities;
    }

    /** What the system property {@code yuanhu.test.ledger=fabric} names. */
    public static final class OnFabric implements Factory {
        private static final long SEED = Dice.seed(FabricTestLedger.class);
        private static final String SUITES = ".rulebook.";
        private static final int ONE_OF = 3;

        @Override
        public String name() {
            return "fabric";
        }

        @Override
        public Optional<String> whyNotHere() {
            boolean continuousIntegration = "true".equals(System.getenv("CI"));
            return continuousIntegration || FabricTools.canBeHad(System.getenv())
                    ? Optional.empty()
                    : Optional.of(
                            "Fabric's programs are not on this machine (FABRIC_BIN, PATH), and Go, which builds them,"
                                    + " is not on the PATH");
        }

        /** Of the rule book's suites one test of three, by chance; with {@code -Plong} all. */
        @Override
        public boolean tries(String test) {
            return Dice.isLong() || !test.contains(SUITES) || new Random(SEED ^ test.hashCode()).nextInt(ONE_OF) == 0;
        }

        @Override
        public TestLedger start(Path folder, Consortium demo) throws IOException {
            return RealNetwork.shared().rulebooks().emptyLedger();
        }
    }

    @Override
    public Identities identities() {
        return identities;
    }

    @Override
    public Path home() {
        return ledgers.home();
    }

    @Override
    public Channel channel(UserIdentity user) {
        ManagedChannel own = ledgers.channels().get(user.msp());
        if (own == null) {
            throw new IllegalArgumentException("no peer of " + user.msp());
        }
        return ClientInterceptors.intercept(own, new CommittedEverywhere());
    }

    @Override
    public void revoke(UserIdentity user) {
        identities.revoke(user.certificate().getSerialNumber());
        ledgers.publishRevocations();
    }

    /** Nothing: the network goes on for the ledgers after it. */
    @Override
    public void close() {}

    /** Holds a commit's answer back until every peer gives the same question an answer. */
    private final class CommittedEverywhere implements ClientInterceptor {
        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            ClientCall<Q, A> call = next.newCall(method, options);
            return method.getFullMethodName()
                            .equals(GatewayGrpc.getCommitStatusMethod().getFullMethodName())
                    ? new Waiting<>(call)
                    : call;
        }
    }

    private final class Waiting<Q, A> extends SimpleForwardingClientCall<Q, A> {
        private @Nullable Q question;

        Waiting(ClientCall<Q, A> call) {
            super(call);
        }

        @Override
        public void sendMessage(Q message) {
            question = message;
            super.sendMessage(message);
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onMessage(A answer) {
                            if (question instanceof SignedCommitStatusRequest request) {
                                ledgers.channels()
                                        .values()
                                        .forEach(peer -> GatewayGrpc.newBlockingStub(peer)
                                                .withDeadlineAfter(30, TimeUnit.SECONDS)
                                                .commitStatus(request));
                            }
                            super.onMessage(answer);
                        }
                    },
                    headers);
        }
    }
}
