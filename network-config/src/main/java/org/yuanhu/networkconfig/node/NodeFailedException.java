package org.yuanhu.networkconfig.node;

/** A node did not do what it should; the message says which, what, and ends with the end of its log. */
public final class NodeFailedException extends RuntimeException {

    public NodeFailedException(String message) {
        super(message);
    }
}
