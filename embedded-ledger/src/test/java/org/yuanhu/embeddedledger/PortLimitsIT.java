package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody without a certificate can make the ledger's port hold, and what is logged of it. */
class PortLimitsIT {
    private static final int CONNECTIONS = 40;
    private static final int REQUEST_BYTES = 15 << 20;
    private static final long BUDGET_BYTES = 64 << 20;
    /** Of each connection: the small part that has a budget of its own, and what is under way in its window. */
    private static final long UNCOUNTED_BYTES = (256 << 10) + (1 << 20);

    private static final int MOST_OF_ONE_ADDRESS = 64;
    /** A hanging test must end; nothing is decided by it. */
    private static final int FOREVER_MILLIS = 60_000;

    private final TestChannel channel = new TestChannel();

    @TempDir
    Path directory;

    private TestPort port;
    private ManagedChannel grpc;
    private Gateway gateway;
    private Contract contract;

    @BeforeEach
    void start() throws Exception {
        port = new TestPort(channel, directory);
        grpc = port.connect();
        gateway = TestChannel.connect(channel.user(TestChannel.COOPERATIVE), grpc);
        contract = TestChannel.contract(gateway);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        grpc.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        port.close();
    }

    @Test
    void fortyThatWithholdTheLastByteOfALargeRequestHoldNoMoreThanTheBudgetAndKeepNobodyOut() throws Exception {
        List<WithheldRequest> withheld = new ArrayList<>();
        long most = 0;
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                withheld.add(new WithheldRequest(port.tlsSocket(), REQUEST_BYTES));
            }
            int answered = 0;
            while (withheld.stream().anyMatch(each -> !each.ended())) {
                most = Math.max(
                        most, withheld.stream().mapToLong(WithheldRequest::held).sum());
                contract.submitTransaction("put", "k" + answered++, "v");
            }
            assertThat(answered).isPositive();
        } finally {
            for (WithheldRequest each : withheld) {
                each.close();
            }
        }
        assertThat(most).isLessThanOrEqualTo(BUDGET_BYTES + CONNECTIONS * UNCOUNTED_BYTES);
    }

    @Test
    void aSmallRequestThatDoesNotComeInWholeIsEndedToo() throws Exception {
        try (WithheldRequest withheld = new WithheldRequest(port.tlsSocket(), 100_000)) {
            while (!withheld.ended()) {
                contract.evaluateTransaction("get", "a");
            }
            assertThat(withheld.held()).isZero();
        }
    }

    @Test
    void aConnectionTooManyOfOneAddressIsClosedAndOneThatEndsMakesRoom() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            contract.evaluateTransaction("get", "a"); // the first one
            for (int i = 1; i < MOST_OF_ONE_ADDRESS; i++) {
                open.add(port.socket());
            }
            try (Socket tooMany = port.socket()) {
                tooMany.setSoTimeout(5_000); // sooner than any silence ends
                TestPort.awaitEnd(tooMany);
            }
            contract.evaluateTransaction("get", "a");
            open.remove(0).close();
            Optional<SSLSocket> instead = Optional.empty();
            for (int attempt = 0; instead.isEmpty() && attempt < 100; attempt++) {
                instead = attempt();
            }
            instead.orElseThrow().close();
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private Optional<SSLSocket> attempt() throws Exception {
        try {
            return Optional.of(port.tlsSocket());
        } catch (IOException notYet) {
            Thread.sleep(50);
            return Optional.empty();
        }
    }

    @Test
    void silentConnectionsEndWhereverTheyFellSilent() throws Exception {
        try (Socket connected = port.socket();
                SSLSocket shookHands = port.tlsSocket();
                SSLSocket spokeHttp = port.tlsSocket()) {
            spokeHttp
                    .getOutputStream()
                    .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
            spokeHttp.getOutputStream().flush();
            for (Socket silent : List.of(connected, shookHands, spokeHttp)) {
                silent.setSoTimeout(FOREVER_MILLIS);
                TestPort.awaitEnd(silent);
            }
        }
    }

    @Test
    void aRequestThatIsNoMessageIsRefusedAndLogsNoStack() throws Exception {
        try (LogWatch log = new LogWatch()) {
            for (String method : List.of("Evaluate", "Endorse", "Submit", "CommitStatus", "ChaincodeEvents")) {
                Status status =
                        Requests.send(grpc, method, Requests.noMessage()).get(FOREVER_MILLIS, TimeUnit.MILLISECONDS);
                assertThat(status.getCode()).as(method).isEqualTo(Status.Code.INVALID_ARGUMENT);
            }
            contract.evaluateTransaction("get", "a");
            assertThat(log.stacks()).isEmpty();
        }
    }

    @Test
    void whatAClientCancelsLogsNoStack() throws Exception {
        try (LogWatch log = new LogWatch()) {
            for (int i = 0; i < 20; i++) {
                contract.submitTransaction("event", "e" + i, "x".repeat(1_000));
                CloseableIterator<ChaincodeEvent> events = gateway.getNetwork(TestChannel.CHANNEL)
                        .newChaincodeEventsRequest(TestChannel.CHAINCODE)
                        .startBlock(0)
                        .build()
                        .getEvents();
                events.next();
                events.close();
            }
            for (int i = 0; i < 20; i++) {
                WithheldRequest gone = new WithheldRequest(port.tlsSocket(), 1 << 20);
                Thread.sleep(i);
                gone.close();
            }
            contract.evaluateTransaction("get", "a");
            port.ledger().close();
            assertThat(log.stacks()).isEmpty();
        }
        port = new TestPort(channel, directory);
    }
}
