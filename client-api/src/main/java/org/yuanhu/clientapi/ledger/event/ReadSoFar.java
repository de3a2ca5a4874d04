package org.yuanhu.clientapi.ledger.event;

import java.util.Optional;
import java.util.OptionalLong;
import org.hyperledger.fabric.client.Checkpoint;

/** The last transaction whose event was taken, as the Gateway client wants to be told. */
public record ReadSoFar(long block, String transaction) implements Checkpoint {
    @Override
    public OptionalLong getBlockNumber() {
        return OptionalLong.of(block);
    }

    @Override
    public Optional<String> getTransactionId() {
        return Optional.of(transaction);
    }
}
