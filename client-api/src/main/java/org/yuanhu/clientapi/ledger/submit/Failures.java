package org.yuanhu.clientapi.ledger.submit;

import java.util.stream.Stream;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.yuanhu.vocabulary.rule.RefusedException;

/** Tells a refusal by the rule book from a ledger that did not answer. */
public final class Failures {
    private Failures() {}

    /** The refusal in the gateway's message or in one of its details; otherwise that the ledger is not available. */
    public static RuntimeException of(GatewayException e) {
        Stream<String> details = e.getDetails().stream().map(ErrorDetail::getMessage);
        return of(
                Stream.concat(details, Stream.of(String.valueOf(e.getMessage()))),
                e,
                e.getStatus().toString());
    }

    public static RuntimeException of(GatewayRuntimeException e) {
        Stream<String> details = e.getDetails().stream().map(ErrorDetail::getMessage);
        return of(
                Stream.concat(details, Stream.of(String.valueOf(e.getMessage()))),
                e,
                e.getStatus().toString());
    }

    private static RuntimeException of(Stream<String> messages, Exception cause, String status) {
        return messages.flatMap(message ->
                        RefusedException.parse(message)
                                .or(() -> TimeWindow.in(message).map(TimeWindow::refused))
                                .stream())
                .findFirst()
                .<RuntimeException>map(refused -> refused)
                .orElseGet(() -> new LedgerUnavailableException("The ledger did not do it: " + status, cause));
    }
}
