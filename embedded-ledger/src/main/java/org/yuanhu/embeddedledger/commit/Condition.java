package org.yuanhu.embeddedledger.commit;

/**
 * Whether a ledger takes transactions.
 *
 * @param state which of three
 * @param reason why it does not, empty if it does
 */
public record Condition(State state, String reason) {
    /** It does. */
    public static final Condition WRITING = new Condition(State.WRITING, "");

    /** What a supervisor has to tell apart. */
    public enum State {
        /** It takes transactions. */
        WRITING,
        /** It could not write, for instance because the disk is full; it tries again by itself every second. */
        RECOVERING,
        /** It will not write again; only a start can help, or a backup. */
        STOPPED
    }
}
