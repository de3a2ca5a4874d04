package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.InMemoryCheckpointer;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventsTest extends LedgerTest {
    private Network network() {
        return gateway.getNetwork(TestChannel.CHANNEL);
    }

    private static List<String> take(CloseableIterator<ChaincodeEvent> events, int count) {
        List<String> seen = new ArrayList<>();
        while (seen.size() < count) {
            ChaincodeEvent event = events.next();
            seen.add(event.getEventName() + "=" + text(event.getPayload()));
        }
        return seen;
    }

    @Test
    void replaysFromTheFirstBlockAndGoesOnLive() throws Exception {
        submit("event", "made", "1");
        submit("put", "silent", "1");
        submit("event", "made", "2");
        try (CloseableIterator<ChaincodeEvent> events = network()
                .newChaincodeEventsRequest(TestChannel.CHAINCODE)
                .startBlock(0)
                .build()
                .getEvents()) {
            assertThat(take(events, 2)).containsExactly("made=1", "made=2");
            submit("event", "made", "3");
            assertThat(take(events, 1)).containsExactly("made=3");
        }
    }

    @Test
    void startsWithTheNextCommitIfNotTold() throws Exception {
        submit("event", "made", "before");
        try (CloseableIterator<ChaincodeEvent> events = network().getChaincodeEvents(TestChannel.CHAINCODE)) {
            CompletableFuture<String> first =
                    CompletableFuture.supplyAsync(() -> text(events.next().getPayload()));
            for (int i = 0; !first.isDone(); i++) {
                submit("event", "made", "after" + i); // the server may subscribe after the call has returned
                Thread.sleep(20);
            }
            assertThat(first.get(1, TimeUnit.SECONDS)).startsWith("after");
        }
    }

    @Test
    void resumesAfterACheckpointAlsoInTheMiddleOfABlock() throws Exception {
        Thread[] clients = new Thread[12];
        for (int i = 0; i < clients.length; i++) {
            String payload = "" + i;
            clients[i] = new Thread(() -> {
                try {
                    contract.submitTransaction("event", "made", payload);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            clients[i].start();
        }
        for (Thread client : clients) {
            client.join();
        }
        InMemoryCheckpointer checkpointer = new InMemoryCheckpointer();
        List<String> seen = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            try (CloseableIterator<ChaincodeEvent> events = network()
                    .newChaincodeEventsRequest(TestChannel.CHAINCODE)
                    .startBlock(0)
                    .checkpoint(checkpointer)
                    .build()
                    .getEvents()) {
                for (int i = 0; i < 3; i++) {
                    ChaincodeEvent event = events.next();
                    seen.add(text(event.getPayload()));
                    checkpointer.checkpointChaincodeEvent(event);
                }
            }
            restart();
        }
        assertThat(seen).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void sendsNoEventOfAnInvalidTransaction() throws Exception {
        Transaction tooFew = contract.newProposal("event")
                .addArguments("made", "invalid")
                .setEndorsingOrganizations(TestChannel.AUDITOR)
                .build()
                .endorse();
        assertThat(tooFew.submitAsync().getStatus().isSuccessful()).isFalse();
        submit("event", "made", "valid");
        try (CloseableIterator<ChaincodeEvent> events = network()
                .newChaincodeEventsRequest(TestChannel.CHAINCODE)
                .startBlock(0)
                .build()
                .getEvents()) {
            assertThat(take(events, 1)).containsExactly("made=valid");
        }
    }

    @Test
    void serves200SubscribersAtOnce() throws Exception {
        List<CloseableIterator<ChaincodeEvent>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(network()
                    .newChaincodeEventsRequest(TestChannel.CHAINCODE)
                    .startBlock(0)
                    .build()
                    .getEvents());
        }
        submit("event", "made", "1");
        for (CloseableIterator<ChaincodeEvent> events : all) {
            assertThat(take(events, 1)).containsExactly("made=1");
            events.close();
        }
    }
}
