package org.yuanhu.clientapi.act;

import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.read.Page;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.user.CurrentUser;

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
     * @param type the key's type, such as {@code region}
     * @param parts the key's parts in order
     * @throws org.yuanhu.vocabulary.rule.RefusedException of kind NOT_FOUND if there is none
     */
    public <T> T get(Class<T> document, String type, Object... parts) {
        return ledger.evaluate(user.identity(), document, Operation.GET.text(), type, key(parts));
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

    private static String key(Object... parts) {
        StringBuilder key = new StringBuilder();
        for (Object part : parts) {
            key.append(key.isEmpty() ? "" : "/").append(part);
        }
        return key.toString();
    }
}
