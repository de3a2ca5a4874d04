package org.yuanhu.embeddedledger.simulation;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.shim.Chaincode.Response;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;
import org.jspecify.annotations.Nullable;
import org.yuanhu.embeddedledger.block.BlockHashes;
import org.yuanhu.embeddedledger.proposal.Proposal;
import org.yuanhu.embeddedledger.store.StoreException;

/**
 * What chaincode talks to during one simulation. Values, empty answers and argument checks are those of the Java shim's
 * own stub. What went wrong in here is also kept, because the contract API turns an exception of the stub into a
 * message that says nothing.
 */
final class SimulationStub implements ChaincodeStub {
    private static final String KEY_POLICIES = "key-level endorsement policies";

    private final Proposal proposal;
    private final PublicState state;
    private final PrivateState privateState;
    private @Nullable ChaincodeEvent event;
    private @Nullable RuntimeException failure;

    SimulationStub(Proposal proposal, PublicState state, PrivateState privateState) {
        this.proposal = proposal;
        this.state = state;
        this.privateState = privateState;
    }

    /** The first failure of the store, or unsupported call, whatever chaincode made of it. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    private interface Call<T> {
        T run();
    }

    private <T> T keeping(Call<T> call) {
        try {
            return call.run();
        } catch (StoreException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    private UnsupportedCallException unsupported(String call, String why) {
        UnsupportedCallException e = new UnsupportedCallException(call, why);
        failure = failure == null ? e : failure;
        return e;
    }

    @Override
    public List<byte[]> getArgs() {
        return proposal.input().stream().map(ByteString::toByteArray).toList();
    }

    @Override
    public List<String> getStringArgs() {
        return proposal.input().stream().map(ByteString::toStringUtf8).toList();
    }

    @Override
    public @Nullable String getFunction() {
        return proposal.input().isEmpty() ? null : proposal.input().get(0).toStringUtf8();
    }

    @Override
    public List<String> getParameters() {
        return getStringArgs().stream().skip(1).toList();
    }

    @Override
    public String getTxId() {
        return proposal.transactionId();
    }

    @Override
    public String getChannelId() {
        return proposal.channel().getChannelId();
    }

    @Override
    public Response invokeChaincode(String name, List<byte[]> arguments, String channel) {
        throw unsupported("invokeChaincode", "it carries one chaincode");
    }

    @Override
    public byte[] getState(String key) {
        return keeping(() -> state.get(key));
    }

    @Override
    public void putState(String key, byte[] value) {
        state.put(key, value);
    }

    @Override
    public void delState(String key) {
        state.put(key, new byte[0]);
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByRange(@Nullable String start, @Nullable String end) {
        return keeping(() -> plain(state.range(orEmpty(start), orEmpty(end))));
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getStateByRangeWithPagination(
            @Nullable String start, @Nullable String end, int pageSize, @Nullable String bookmark) {
        return keeping(() -> state.page(orEmpty(start), orEmpty(end), pageSize, orEmpty(bookmark)));
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String compositeKey) {
        return getStateByPartialCompositeKey(compositeKey(compositeKey));
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String objectType, String... attributes) {
        return getStateByPartialCompositeKey(new CompositeKey(objectType, attributes));
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(@Nullable CompositeKey key) {
        return keeping(() -> plain(state.composite(orOpen(key))));
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getStateByPartialCompositeKeyWithPagination(
            @Nullable CompositeKey key, int pageSize, @Nullable String bookmark) {
        return keeping(() -> state.compositePage(orOpen(key), pageSize, orEmpty(bookmark)));
    }

    @Override
    public CompositeKey createCompositeKey(String objectType, String... attributes) {
        return new CompositeKey(objectType, attributes);
    }

    @Override
    public CompositeKey splitCompositeKey(String compositeKey) {
        return CompositeKey.parseCompositeKey(compositeKey);
    }

    private static CompositeKey compositeKey(String text) {
        return text.startsWith(CompositeKey.NAMESPACE) ? CompositeKey.parseCompositeKey(text) : new CompositeKey(text);
    }

    private static CompositeKey orOpen(@Nullable CompositeKey key) {
        return key == null ? new CompositeKey(PublicState.OPEN_START) : key;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static QueryResultsIterator<KeyValue> plain(RangeReads reads) {
        return new QueryResultsIterator<>() {
            @Override
            public Iterator<KeyValue> iterator() {
                return reads.iterator();
            }

            @Override
            public void close() {
                reads.close();
            }
        };
    }

    @Override
    public byte[] getPrivateData(String collection, String key) {
        return keeping(() -> privateState.get(collection, key));
    }

    @Override
    public byte[] getPrivateDataHash(String collection, String key) {
        return keeping(() -> privateState.hash(collection, key));
    }

    @Override
    public void putPrivateData(String collection, String key, byte[] value) {
        privateState.write(collection, key, value, false);
    }

    @Override
    public void delPrivateData(String collection, String key) {
        privateState.write(collection, key, null, false);
    }

    @Override
    public void purgePrivateData(String collection, String key) {
        privateState.write(collection, key, null, true);
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByRange(
            String collection, @Nullable String start, @Nullable String end) {
        return keeping(() -> listed(privateState.range(collection, orEmpty(start), orEmpty(end))));
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(String collection, String compositeKey) {
        return getPrivateDataByPartialCompositeKey(collection, compositeKey(compositeKey));
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(
            String collection, @Nullable CompositeKey key) {
        return keeping(() -> listed(privateState.composite(collection, orOpen(key))));
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(
            String collection, String objectType, String... attributes) {
        return getPrivateDataByPartialCompositeKey(collection, new CompositeKey(objectType, attributes));
    }

    private static QueryResultsIterator<KeyValue> listed(List<KeyValue> values) {
        return new QueryResultsIterator<>() {
            @Override
            public Iterator<KeyValue> iterator() {
                return values.iterator();
            }

            @Override
            public void close() {
                // the list holds nothing open
            }
        };
    }

    @Override
    public byte[] getStateValidationParameter(String key) {
        throw unsupported("getStateValidationParameter", KEY_POLICIES);
    }

    @Override
    public void setStateValidationParameter(String key, byte[] value) {
        throw unsupported("setStateValidationParameter", KEY_POLICIES);
    }

    @Override
    public byte[] getPrivateDataValidationParameter(String collection, String key) {
        throw unsupported("getPrivateDataValidationParameter", KEY_POLICIES);
    }

    @Override
    public void setPrivateDataValidationParameter(String collection, String key, byte[] value) {
        throw unsupported("setPrivateDataValidationParameter", KEY_POLICIES);
    }

    @Override
    public QueryResultsIterator<KeyValue> getQueryResult(String query) {
        throw unsupported("getQueryResult", "rich queries need CouchDB");
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getQueryResultWithPagination(
            String query, int pageSize, String bookmark) {
        throw unsupported("getQueryResultWithPagination", "rich queries need CouchDB");
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataQueryResult(String collection, String query) {
        throw unsupported("getPrivateDataQueryResult", "rich queries need CouchDB");
    }

    @Override
    public QueryResultsIterator<KeyModification> getHistoryForKey(String key) {
        throw unsupported("getHistoryForKey", "no history is kept beside the blocks");
    }

    @Override
    public void setEvent(@Nullable String name, byte @Nullable [] payload) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("event name can not be nil string");
        }
        ChaincodeEvent.Builder built = ChaincodeEvent.newBuilder()
                .setChaincodeId(proposal.chaincode())
                .setTxId(proposal.transactionId())
                .setEventName(name);
        if (payload != null) {
            built.setPayload(ByteString.copyFrom(payload));
        }
        event = built.build();
    }

    @Override
    public @Nullable ChaincodeEvent getEvent() {
        return event;
    }

    @Override
    public SignedProposal getSignedProposal() {
        return proposal.signed();
    }

    @Override
    public Instant getTxTimestamp() {
        return proposal.timestamp();
    }

    @Override
    public byte[] getCreator() {
        return proposal.signature().getCreator().toByteArray();
    }

    @Override
    public Map<String, byte[]> getTransient() {
        Map<String, byte[]> copy = new LinkedHashMap<>();
        proposal.transientMap().forEach((name, value) -> copy.put(name, value.toByteArray()));
        return copy;
    }

    /** {@code SHA-256(nonce ‖ creator ‖ epoch as 8 bytes, little-endian)}. */
    @Override
    public byte[] getBinding() {
        MessageDigest digest = BlockHashes.sha256();
        digest.update(proposal.signature().getNonce().asReadOnlyByteBuffer());
        digest.update(proposal.signature().getCreator().asReadOnlyByteBuffer());
        digest.update(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(proposal.channel().getEpoch())
                .array());
        return digest.digest();
    }

    @Override
    public String getMspId() {
        throw unsupported("getMspId", "one process endorses for every organisation");
    }
}
