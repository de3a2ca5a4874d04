package org.yuanhu.clientapi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ledger.connection.Gateways;
import org.yuanhu.clientapi.ledger.connection.LedgerConnection;
import org.yuanhu.clientapi.ledger.connection.ServerIdentity;
import org.yuanhu.clientapi.ledger.event.EventsAfter;
import org.yuanhu.clientapi.ledger.submit.CommitStatuses;
import org.yuanhu.clientapi.ledger.submit.Endorsing;
import org.yuanhu.clientapi.ledger.submit.LedgerUnavailableException;
import org.yuanhu.clientapi.ledger.submit.Submission;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.clientapi.user.Wallets;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Season;

/** The one Gateway client, against the single-machine ledger with the real rule book. */
class LedgerIT {
    private static final CommodityCode WALNUT = new CommodityCode("walnut");

    @TempDir
    static Path home;

    private static ServerOnRandomPort server;
    private static Ledger ledger;
    private static UserIdentity province;

    @BeforeAll
    static void start() {
        server = ServerOnRandomPort.start(home);
        ledger = server.bean(Ledger.class);
        province = server.bean(Wallets.class).find("province").orElseThrow();
        ledger.submit(province, new DefineCommodity(new ActId("walnut"), WALNUT, "核桃", Unit.GRAM));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static SetYield setYield(String id, long grams) {
        return new SetYield(new ActId(id), WALNUT, new Season("2026"), new Quantity(grams, Unit.GRAM));
    }

    private static AdmitRegion region(String id, String code) {
        return new AdmitRegion(new ActId(id), new RegionCode(code), "示例县", "贵州省", "832", LocalDate.parse("2014-12-23"));
    }

    @Test
    void everyActOfManyThatFightForOneKeyIsCommittedInTheEnd() throws Exception {
        List<Submitted> all =
                together(8, 3, number -> ledger.submit(province, setYield("race-" + number, 1_000_000 + number)));

        assertThat(all).hasSize(24).noneMatch(Submitted::repeated);
        assertThat(all).extracting(Submitted::transactionId).doesNotHaveDuplicates();
    }

    @Test
    void oneActSentByManyAtOnceIsDoneOnce() throws Exception {
        List<Submitted> all = together(8, 1, number -> ledger.submit(province, region("same", "520624")));

        assertThat(all).filteredOn(one -> !one.repeated()).hasSize(1);
        assertThat(eventsNamed("registry:admitRegion", "same")).isEqualTo(1);
    }

    @Test
    void aRepeatedActIsAnsweredWithTheTransactionAndBlockThatRecordedItFirst() {
        Submitted first = ledger.submit(province, region("repeated", "520628"));
        ledger.submit(province, setYield("in-between", 3_000_000));

        Submitted again = ledger.submit(province, region("repeated", "520628"));

        assertThat(again.repeated()).isTrue();
        assertThat(again.transactionId()).isEqualTo(first.transactionId());
        assertThat(again.block()).isEqualTo(first.block());
    }

    @Test
    void asksForTheOutcomeWhenTheAnswerToASubmitIsLostInsteadOfSubmittingAgain() {
        AtomicInteger submits = new AtomicInteger();
        Ledger lossy = over(new LosesAnswers("gateway.Gateway/Submit", submits));

        Submitted submitted = lossy.submit(province, region("lost-answer", "520625"));

        assertThat(submitted.repeated()).isFalse();
        assertThat(submits).hasValue(1);
        assertThat(eventsNamed("registry:admitRegion", "lost-answer")).isEqualTo(1);
    }

    @Test
    void saysThatALedgerIsNotThereWhenItDoesNotAnswerAnything() {
        Ledger dead = over(new LosesAnswers("gateway.Gateway/Endorse", new AtomicInteger()));

        assertThatThrownBy(() -> dead.submit(province, region("dead", "520626")))
                .isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void givesTheRuleBooksRefusalWithItsArguments() {
        UserIdentity clerk = server.bean(Wallets.class).find("clerk-1").orElseThrow();

        assertThatThrownBy(() -> ledger.submit(clerk, region("refused", "520627")))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(Rule.AC_05);
                    assertThat(refused.arguments()).containsEntry("role", "clerk");
                });
        assertThatThrownBy(() -> ledger.evaluate(clerk, String.class, "read:get", "region", "520627"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rule.RD_01));
    }

    private static Ledger over(ClientInterceptor interceptor) {
        LedgerConnection real = server.bean(LedgerConnection.class);
        Gateways gateways = new Gateways(real.over(ClientInterceptors.intercept(real.grpc(), interceptor)));
        Endorsing endorsing = new Endorsing(gateways, new SimpleMeterRegistry());
        return new Ledger(gateways, new Submission(gateways, endorsing, new CommitStatuses(gateways)), endorsing);
    }

    private static <T> List<T> together(int threads, int each, IntFunction<T> act) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int number = 0; number < threads * each; number++) {
                int mine = number;
                running.add(pool.submit(() -> act.apply(mine)));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                done.add(one.get());
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Reads all events there are: an act of the test itself marks the end. */
    private static int eventsNamed(String name, String actId) {
        String end = "end-" + System.nanoTime();
        ledger.submit(province, setYield(end, 2_000_000));
        UserIdentity reader = server.bean(ServerIdentity.class).reader();
        int found = 0;
        try (CloseableIterator<ChaincodeEvent> events = ledger.events(reader, EventsAfter.THE_BEGINNING)) {
            while (true) {
                ChaincodeEvent event = events.next();
                String act = new String(event.getPayload(), java.nio.charset.StandardCharsets.UTF_8);
                if (act.contains("\"id\":\"" + end + "\"")) {
                    return found;
                }
                found += event.getEventName().equals(name) && act.contains("\"id\":\"" + actId + "\"") ? 1 : 0;
            }
        }
    }

    /** The server does what one method asks, and its answer is lost on the way. */
    private record LosesAnswers(String method, AtomicInteger calls) implements ClientInterceptor {
        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> called, CallOptions options, Channel next) {
            if (!called.getFullMethodName().equals(method)) {
                return next.newCall(called, options);
            }
            calls.incrementAndGet();
            return new SimpleForwardingClientCall<>(next.newCall(called, options)) {
                @Override
                public void start(Listener<A> listener, Metadata headers) {
                    super.start(
                            new SimpleForwardingClientCallListener<>(listener) {
                                @Override
                                public void onMessage(A message) {}

                                @Override
                                public void onClose(Status status, Metadata trailers) {
                                    super.onClose(Status.UNAVAILABLE.withDescription("lost"), trailers);
                                }
                            },
                            headers);
                }
            };
        }
    }
}
