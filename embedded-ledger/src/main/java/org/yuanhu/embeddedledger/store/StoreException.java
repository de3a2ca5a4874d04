package org.yuanhu.embeddedledger.store;

import org.rocksdb.RocksDBException;

/** The store could not read or write: a full or failing disk, or bytes that no longer match their checksum. */
public final class StoreException extends RuntimeException {
    StoreException(String what) {
        super(what);
    }

    StoreException(String doing, RocksDBException cause) {
        super("the ledger's store failed while " + doing + ": " + cause.getMessage(), cause);
    }
}
