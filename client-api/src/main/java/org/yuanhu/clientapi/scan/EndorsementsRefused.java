package org.yuanhu.clientapi.scan;

/** An attestation is not signed as the consortium asks; the message says how, in an operator's words. */
final class EndorsementsRefused extends RuntimeException {
    EndorsementsRefused(String message) {
        super(message);
    }
}
