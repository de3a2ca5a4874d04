package org.yuanhu.chaincode.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** The private collection: who households are. Only its members' peers can read it; every peer has the hashes. */
public final class PrivateData {
    private final ChaincodeStub stub;
    private final String collection;

    PrivateData(ChaincodeStub stub, String collection) {
        this.stub = stub;
        this.collection = collection;
    }

    /** The value under a key; on a member's peer only. */
    public Optional<String> find(String key) {
        byte[] value = stub.getPrivateData(collection, key);
        return value == null || value.length == 0 ? Optional.empty() : Optional.of(new String(value, UTF_8));
    }

    /** Stores a value. */
    public void put(String key, String value) {
        stub.putPrivateData(collection, key, value.getBytes(UTF_8));
    }

    /** Removes a value, its former ones and their hashes from every peer. */
    public void purge(String key) {
        stub.purgePrivateData(collection, key);
    }

    /** SHA-256 of the value under a key, which every peer has. */
    public Optional<Hash> hash(String key) {
        byte[] hash = stub.getPrivateDataHash(collection, key);
        return hash == null || hash.length == 0 ? Optional.empty() : Optional.of(Hash.of(hash));
    }

    /**
     * The one field of the transient map: what must never reach the channel.
     *
     * @throws RefusedException DC-07 it is missing, or something else came with it
     */
    public byte[] sent(String name) {
        Map<String, byte[]> sent = stub.getTransient();
        byte[] value = sent.get(name);
        if (value == null || sent.size() != 1) {
            throw RefusedException.by(Rule.DC_07).with("name", name).build();
        }
        return value.clone();
    }
}
