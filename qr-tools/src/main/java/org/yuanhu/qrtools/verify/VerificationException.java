package org.yuanhu.qrtools.verify;

import java.util.List;
import java.util.Locale;

/** Signed evidence was refused, by the first check that it did not pass. */
public final class VerificationException extends Exception {
    private final Reason reason;
    private final transient List<Object> arguments;

    VerificationException(Reason reason, Object... arguments) {
        super(reason.say(Locale.ENGLISH, arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    /** The check that failed. */
    public Reason reason() {
        return reason;
    }

    /** The sentence for a person: Chinese, or else English. */
    public String say(Locale language) {
        return reason.say(language, arguments.toArray());
    }
}
