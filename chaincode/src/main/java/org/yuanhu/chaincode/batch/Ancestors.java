package org.yuanhu.chaincode.batch;

import org.yuanhu.vocabulary.Hash;

/**
 * The batches a batch descends from.
 *
 * @param digest SHA-256 of their paths, sorted, joined by a line feed
 */
public record Ancestors(int count, Hash digest) {
    /** Those of a batch packed from intake lines. */
    static final Ancestors NONE = new Ancestors(0, Hash.sha256());
}
