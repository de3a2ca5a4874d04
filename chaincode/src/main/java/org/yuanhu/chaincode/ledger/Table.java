package org.yuanhu.chaincode.ledger;

/**
 * One kind of document in public state: a composite key whose first part is the name.
 *
 * @param name such as {@code household}
 * @param type the record its documents are
 * @param parts of the key, after the name
 */
public record Table<T>(String name, Class<T> type, int parts) {}
