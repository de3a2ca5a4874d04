package org.yuanhu.embeddedledger;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;
import org.jspecify.annotations.Nullable;

/** A chaincode written by hand, without the contract API, that does one stub call per function. */
final class NotebookChaincode implements Chaincode {
    static final String COLLECTION = "secrets";

    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        List<String> p = stub.getParameters();
        String answer = switch (stub.getFunction()) {
            case "put" -> put(stub, p);
            case "putTwice" -> put(stub, p) + put(stub, p) + stub.getStringState(p.get(0));
            case "putOver" -> put(stub, p) + put(stub, List.of(p.get(0), p.get(2)));
            case "get" -> stub.getStringState(p.get(0));
            case "delete" -> done(() -> stub.delState(p.get(0)));
            case "add" -> put(stub, List.of(p.get(0), stub.getStringState(p.get(0)) + p.get(1)));
            case "range" -> joined(stub.getStateByRange(p.get(0), p.get(1)));
            case "first" -> first(stub, p);
            case "countInto" -> countInto(stub, p);
            case "page" ->
                page(stub.getStateByRangeWithPagination(p.get(0), p.get(1), Integer.parseInt(p.get(2)), p.get(3)));
            case "pageThenPut" -> page(stub.getStateByRangeWithPagination("", "", 1, "")) + put(stub, p);
            case "putComposite" ->
                done(() -> stub.putStringState(
                        stub.createCompositeKey(p.get(0), p.get(1), p.get(2)).toString(), p.get(3)));
            case "composite" -> joined(stub.getStateByPartialCompositeKey(p.get(0), p.get(1)));
            case "compositePage" ->
                page(stub.getStateByPartialCompositeKeyWithPagination(
                        new CompositeKey(p.get(0)), Integer.parseInt(p.get(1)), p.get(2)));
            case "pair" ->
                put(stub, List.of(p.get(0) + "/left", p.get(1)))
                        + put(stub, List.of(p.get(0) + "/right", p.get(1)))
                        + done(() -> stub.setEvent("pair", bytes(p.get(0))));
            case "event" -> done(() -> stub.setEvent(p.get(0), bytes(p.get(1)))) + put(stub, p);
            case "refuse" -> throw new IllegalArgumentException(p.get(0));
            case "history" -> "" + stub.getHistoryForKey(p.get(0));
            case "historySwallowed" -> swallowed(stub, p);
            case "query" -> "" + stub.getQueryResult("{}");
            case "otherChaincode" -> "" + stub.invokeChaincode("other", List.of());
            case "keyPolicy" -> done(() -> stub.setStateValidationParameter(p.get(0), new byte[1]));
            case "peerOrganisation" -> stub.getMspId();
            default -> secret(stub, stub.getFunction(), p);
        };
        return answer == null
                ? ResponseUtils.newErrorResponse("unknown function " + stub.getFunction())
                : ResponseUtils.newSuccessResponse(bytes(answer));
    }

    private static @Nullable String secret(ChaincodeStub stub, String function, List<String> p) {
        return switch (function) {
            case "putSecret" ->
                done(() -> stub.putPrivateData(
                        COLLECTION, p.get(0), stub.getTransient().get("value")));
            case "putSecretOver" ->
                done(() ->
                        p.stream().skip(1).forEach(value -> stub.putPrivateData(COLLECTION, p.get(0), bytes(value))));
            case "putHidden" ->
                done(() -> stub.putPrivateData(
                        COLLECTION, hiddenKey(stub), stub.getTransient().get("value")));
            case "purgeHidden" -> done(() -> stub.purgePrivateData(COLLECTION, hiddenKey(stub)));
            case "putSecretAndPublic" -> secret(stub, "putSecret", p) + put(stub, List.of(p.get(0), "public"));
            case "getSecret" -> stub.getPrivateDataUTF8(COLLECTION, p.get(0));
            case "copySecret" -> put(stub, List.of(p.get(0), "" + stub.getPrivateData(COLLECTION, p.get(0)).length));
            case "secretHash" -> hex(stub.getPrivateDataHash(COLLECTION, p.get(0)));
            case "hashInto" -> put(stub, List.of(p.get(1), hex(stub.getPrivateDataHash(COLLECTION, p.get(0)))));
            case "deleteSecret" -> done(() -> stub.delPrivateData(COLLECTION, p.get(0)));
            case "purgeSecret" -> done(() -> stub.purgePrivateData(COLLECTION, p.get(0)));
            case "secretRange" -> joined(stub.getPrivateDataByRange(COLLECTION, p.get(0), p.get(1)));
            default -> null;
        };
    }

    private static String hiddenKey(ChaincodeStub stub) {
        return new String(stub.getTransient().get("key"), StandardCharsets.UTF_8);
    }

    private static String put(ChaincodeStub stub, List<String> p) {
        return done(() -> stub.putStringState(p.get(0), p.get(1)));
    }

    private static String done(Runnable call) {
        call.run();
        return "";
    }

    private static String swallowed(ChaincodeStub stub, List<String> p) {
        try {
            return "" + stub.getHistoryForKey(p.get(0));
        } catch (RuntimeException e) {
            return "went on";
        }
    }

    /** Reads one key of a range and leaves the rest. */
    private static String first(ChaincodeStub stub, List<String> p) {
        QueryResultsIterator<KeyValue> found = stub.getStateByRange(p.get(0), p.get(1));
        String key = found.iterator().hasNext() ? found.iterator().next().getKey() : "";
        return put(stub, List.of(p.get(2), key)) + key;
    }

    private static String countInto(ChaincodeStub stub, List<String> p) {
        int count = 0;
        for (KeyValue found : stub.getStateByRange(p.get(0), p.get(1))) {
            count += found.getKey().isEmpty() ? 0 : 1;
        }
        return put(stub, List.of(p.get(2), "" + count)) + count;
    }

    private static String page(QueryResultsIteratorWithMetadata<KeyValue> found) {
        StringJoiner text = new StringJoiner(",");
        found.forEach(entry -> text.add(entry.getKey()));
        return text + "|" + found.getMetadata().getFetchedRecordsCount() + "|"
                + found.getMetadata().getBookmark();
    }

    private static String joined(QueryResultsIterator<KeyValue> found) {
        StringJoiner text = new StringJoiner(",");
        found.forEach(entry -> text.add(entry.getKey() + "=" + entry.getStringValue()));
        return text.toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
