package org.yuanhu.embeddedledger.simulation;

/** Fabric's rule that queries which cannot be validated again at commit stand in read-only transactions only. */
final class WriteRules {
    private final String transactionId;
    private boolean wrote;
    private boolean queriedPages;
    private boolean queriedPrivate;

    WriteRules(String transactionId) {
        this.transactionId = transactionId;
    }

    void beforeWrite() {
        if (queriedPrivate) {
            throw refused("Transaction has already performed queries on pvt data. Writes are not allowed");
        }
        if (queriedPages) {
            throw refused("Transaction has already performed a paginated query. Writes are not allowed");
        }
        wrote = true;
    }

    void beforePagedQuery() {
        if (wrote) {
            throw refused("Paginated queries are supported only in a read-only transaction");
        }
        queriedPages = true;
    }

    void beforePrivateQuery() {
        if (wrote) {
            throw refused("Queries on pvt data is supported only in a read-only transaction");
        }
        queriedPrivate = true;
    }

    private IllegalStateException refused(String why) {
        return new IllegalStateException("txid [%s]: unsupported transaction. %s".formatted(transactionId, why));
    }
}
