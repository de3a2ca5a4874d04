package org.yuanhu.clientapi.ledger.submit;

import java.util.Optional;

/**
 * A private transaction that is committed.
 *
 * @param answer the function's answer, JSON
 * @param transactionId the transaction, 64 hex digits; none if all of it was on the ledger already
 */
public record PrivatelySubmitted(String answer, Optional<String> transactionId) {}
