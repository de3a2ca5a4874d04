package org.yuanhu.clientapi.problem;

/** Too many wrong tries; the caller may come back later. */
public final class TooManyRequestsException extends RuntimeException {
    /** Nothing more to say. */
    public TooManyRequestsException() {
        super("too many");
    }
}
