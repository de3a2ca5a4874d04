package org.yuanhu.clientapi.act;

import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.ledger.ActExecution;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.read.Page;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.user.CurrentUser;
import org.yuanhu.vocabulary.id.ActId;

/** Reads the ledger's own documents at one peer, signed by who asks. */
@Component
public final class Documents {
    private final Ledger ledger;
    private final CurrentUser user;

    Documents(Ledger ledger, CurrentUser user) {
        this.ledger = ledger;
        this.user = user;
    }

    /**
     * One document by its key.
     *
     * @param key the key's parts in order
     * @throws org.yuanhu.vocabulary.rule.RefusedException of kind NOT_FOUND if there is none
     */
    public <T> T get(Table<T> table, Object... key) {
        return ledger.get(user.identity(), table, key);
    }

    /** What an act left, as it stands on the ledger. */
    String act(ActId id) {
        return ledger.text(user.identity(), ActExecution.ACTS, id);
    }

    /**
     * A page of documents in the order of their keys.
     *
     * @param prefix the first parts of the key joined by {@code /}; may be empty
     * @param size 1 to 200
     * @param bookmark where the page before ended; empty for the first
     */
    public Page list(String type, String prefix, int size, String bookmark) {
        return ledger.evaluate(
                user.identity(), Page.class, Operation.LIST.text(), type, prefix, Integer.toString(size), bookmark);
    }
}
