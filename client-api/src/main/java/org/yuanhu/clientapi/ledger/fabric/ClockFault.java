package org.yuanhu.clientapi.ledger.fabric;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import org.yuanhu.clientapi.ledger.submit.TimeWindow;

/** Tells a failure that a wrong clock explains from a network that is down. */
final class ClockFault {
    /** Chains of causes are short; one that runs in a circle ends here. */
    private static final int CAUSES = 16;

    private ClockFault() {}

    /** What speaks for the clock, as a part of a sentence; empty if nothing does. */
    static Optional<String> in(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            Optional<TimeWindow> window = TimeWindow.in(String.valueOf(cause.getMessage()));
            if (window.isPresent()) {
                return Optional.of("a peer's says " + window.get().peer());
            }
            if (cause instanceof CertificateNotYetValidException) {
                return Optional.of("a peer's certificate is not valid yet");
            }
            if (cause instanceof CertificateExpiredException) {
                return Optional.of("a peer's certificate has expired by then");
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
