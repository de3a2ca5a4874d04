package org.yuanhu.clientapi.problem;

/** Too many wrong tries; the caller may come back later. */
public final class TooMany extends RuntimeException {
    /** Nothing more to say. */
    public TooMany() {
        super("too many");
    }
}
