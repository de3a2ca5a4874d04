package org.yuanhu.embeddedledger.simulation;

import java.nio.charset.StandardCharsets;
import org.hyperledger.fabric.shim.ledger.KeyValue;

/** A key and its value as chaincode gets them from a query. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StateValue(String key, byte[] value) implements KeyValue {
    @Override
    public String getKey() {
        return key;
    }

    @Override
    public byte[] getValue() {
        return value;
    }

    @Override
    public String getStringValue() {
        return new String(value, StandardCharsets.UTF_8);
    }
}
