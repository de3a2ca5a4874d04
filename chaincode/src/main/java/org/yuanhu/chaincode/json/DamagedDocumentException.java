package org.yuanhu.chaincode.json;

import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * A stored document cannot be read: it is no JSON, lacks a field, or has a format that no version of this code knows. Nobody's
 * request is at fault; the peer's state, or the version of its chaincode, is.
 */
public final class DamagedDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param document its kind and key; nothing of its content becomes part of the message but a field's name, for it may be private
     */
    DamagedDocumentException(String document, RefusedException problem) {
        super("The stored document " + document + " cannot be read: "
                + problem.rule().id() + " " + problem.arguments().getOrDefault("field", ""));
    }
}
