package org.yuanhu.clientapi.scan.resolver;

/** An attestation is not signed as the consortium asks; the message says how, in an operator's words. */
final class EndorsementsRefusedException extends RuntimeException {
    EndorsementsRefusedException(String message) {
        super(message);
    }
}
