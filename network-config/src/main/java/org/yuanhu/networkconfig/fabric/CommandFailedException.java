package org.yuanhu.networkconfig.fabric;

/** A program that was run did not succeed; the message says which, how, and ends with what it said last. */
public final class CommandFailedException extends RuntimeException {

    /** @param message which command, what it said, and where it can be known what to do about it */
    public CommandFailedException(String message) {
        super(message);
    }
}
