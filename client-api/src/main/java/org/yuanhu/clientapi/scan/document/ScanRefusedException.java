package org.yuanhu.clientapi.scan.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.yuanhu.vocabulary.rule.RefusedException;

/** A label's address or number gets no story, and why. */
public final class ScanRefusedException extends RuntimeException {
    /** Why, as a buyer is told. */
    public enum Reason {
        /** The address has not a label's form; nothing was looked up. */
        ADDRESS("address", HttpStatus.BAD_REQUEST),
        /** The number's own check digit does not fit. */
        MISTYPED("mistyped", HttpStatus.BAD_REQUEST),
        /** No such label was ever issued. */
        UNKNOWN("unknown", HttpStatus.NOT_FOUND),
        /** The number was issued, but something else in the address is not what the ledger has. */
        MISMATCH("mismatch", HttpStatus.NOT_FOUND),
        /** The labels are made, but their run is not in the ledger. */
        PENDING("pending", HttpStatus.NOT_FOUND),
        /** Too many wrong guesses from one network. */
        TOO_MANY("many", HttpStatus.TOO_MANY_REQUESTS),
        /** The ledger, or enough of its organisations, cannot be asked. */
        LEDGER("ledger", HttpStatus.SERVICE_UNAVAILABLE);

        private final String key;
        private final HttpStatus status;

        Reason(String key, HttpStatus status) {
            this.key = key;
            this.status = status;
        }

        /** The part of the message keys that is this reason's own. */
        public String key() {
            return key;
        }

        public HttpStatus status() {
            return status;
        }

        /** Whether asking again later may help. */
        public boolean passes() {
            return this == TOO_MANY || this == LEDGER || this == PENDING;
        }
    }

    private final transient Reason reason;
    private final transient @Nullable RefusedException rule;
    private final long waitSeconds;

    private ScanRefusedException(
            Reason reason, @Nullable RefusedException rule, long waitSeconds, @Nullable Throwable cause) {
        super(rule == null ? reason.name() : reason.name() + ": " + rule.getMessage(), cause);
        this.reason = reason;
        this.rule = rule;
        this.waitSeconds = waitSeconds;
    }

    public static ScanRefusedException of(Reason reason, RefusedException rule) {
        return new ScanRefusedException(reason, rule, 0, rule);
    }

    public static ScanRefusedException ledger(Throwable cause) {
        return new ScanRefusedException(Reason.LEDGER, null, 0, cause);
    }

    public static ScanRefusedException tooMany(long waitSeconds) {
        return new ScanRefusedException(Reason.TOO_MANY, null, waitSeconds, null);
    }

    public Reason reason() {
        return reason;
    }

    public Optional<RefusedException> rule() {
        return Optional.ofNullable(rule);
    }

    /** 0 where no time is known. */
    public long waitSeconds() {
        return waitSeconds;
    }
}
