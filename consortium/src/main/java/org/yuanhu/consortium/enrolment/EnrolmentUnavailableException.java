package org.yuanhu.consortium.enrolment;

/** Who holds the authorities' keys does not answer; certificates that are there stay good. */
public final class EnrolmentUnavailableException extends RuntimeException {

    EnrolmentUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
