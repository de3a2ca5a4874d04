package org.yuanhu.clientapi.ledger;

/**
 * A private transaction that is committed.
 *
 * @param answer the function's answer, JSON
 * @param transactionId the transaction, 64 hex digits
 * @param block the number of the block it stands in
 */
public record PrivatelySubmitted(String answer, String transactionId, long block) {}
