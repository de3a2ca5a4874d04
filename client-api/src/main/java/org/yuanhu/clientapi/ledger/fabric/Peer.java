package org.yuanhu.clientapi.ledger.fabric;

import io.grpc.ManagedChannel;
import java.util.Optional;
import org.yuanhu.consortium.MspId;

/** One organisation's peer and whether it is asked now. */
final class Peer {
    private final MspId organisation;
    private final ManagedChannel channel;
    private volatile State state = State.UNKNOWN;
    private volatile Optional<Exception> failure = Optional.empty();

    /** What is known of a peer. */
    enum State {
        /** Nothing yet. */
        UNKNOWN,
        /** It answered, and keeps the ledger of the trust file. */
        USABLE,
        /** It did not answer; it is asked again from time to time. */
        ASIDE,
        /** It keeps another ledger and is never used. */
        STRANGE
    }

    Peer(MspId organisation, ManagedChannel channel) {
        this.organisation = organisation;
        this.channel = channel;
    }

    MspId organisation() {
        return organisation;
    }

    ManagedChannel channel() {
        return channel;
    }

    State state() {
        return state;
    }

    /** Why it did not answer when it was last looked at; empty if it did. */
    Optional<Exception> failure() {
        return failure;
    }

    void failed(Optional<Exception> why) {
        failure = why;
    }

    void become(State next) {
        state = next;
    }
}
