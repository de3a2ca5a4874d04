package org.yuanhu.consortium.enrolment;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** When a certificate is to be renewed. */
public final class Renewal {
    /** So long before its end. A certificate for a year is due from day 305 on. */
    public static final Duration AHEAD = Duration.ofDays(60);

    private Renewal() {}

    /** Whether a certificate ends within {@link #AHEAD}, or within the last sixth of its life if that is shorter. */
    public static boolean isDue(X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        Duration sixth =
                Duration.between(certificate.getNotBefore().toInstant(), end).dividedBy(6);
        return !now.isBefore(end.minus(sixth.compareTo(AHEAD) < 0 ? sixth : AHEAD));
    }
}
