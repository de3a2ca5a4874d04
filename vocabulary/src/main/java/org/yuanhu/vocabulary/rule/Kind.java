package org.yuanhu.vocabulary.rule;

/** What sort of refusal a rule makes; it decides the HTTP and gRPC status a client sees. */
public enum Kind {
    /** The thing named does not exist. */
    NOT_FOUND,
    /** It exists already, or with other content. */
    CONFLICT,
    /** The caller may not do this. */
    FORBIDDEN,
    /** The request itself is malformed or breaks a rule whatever the state is. */
    INVALID,
    /** It would take more than there is. */
    BALANCE,
    /** It was right once, but its time or state has passed. */
    STALE,
    /** Whoever is needed for it cannot be reached now; the same request may be sent again. */
    UNAVAILABLE
}
