package org.yuanhu.chaincode.stored;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.yuanhu.chaincode.access.Operation;

/** Writes down every document a chaincode stores, and every attestation it gives. */
final class RecordingChaincode implements Chaincode {
    private final Chaincode chaincode;
    private final List<Written> written = new ArrayList<>();

    RecordingChaincode(Chaincode chaincode) {
        this.chaincode = chaincode;
    }

    /** What was written so far, in order; the same more than once, where several organisations simulated. */
    synchronized List<Written> written() {
        return List.copyOf(written);
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return chaincode.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        Operation operation = Operation.of(stub.getFunction()).orElseThrow();
        List<Written> mine = new ArrayList<>();
        Response response = chaincode.invoke(watched(stub, operation, mine));
        if (response.getStatus() == Response.Status.SUCCESS) {
            if (operation == Operation.ATTEST) {
                mine.add(new Written(operation, "", new String(response.getPayload(), UTF_8)));
            }
            keep(mine);
        }
        return response;
    }

    private synchronized void keep(List<Written> more) {
        written.addAll(more);
    }

    private static ChaincodeStub watched(ChaincodeStub stub, Operation operation, List<Written> mine) {
        return (ChaincodeStub) Proxy.newProxyInstance(
                ChaincodeStub.class.getClassLoader(),
                new Class<?>[] {ChaincodeStub.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("putState")) {
                        mine.add(new Written(operation, "", new String((byte[]) arguments[1], UTF_8)));
                    } else if (method.getName().equals("putPrivateData")) {
                        String key = (String) arguments[1];
                        String kind = "private-" + key.substring(0, key.indexOf('/'));
                        mine.add(new Written(operation, kind, new String((byte[]) arguments[2], UTF_8)));
                    }
                    try {
                        return method.invoke(stub, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /**
     * One document.
     *
     * @param by the function that wrote it, or gave it as its answer
     * @param privateKind of the private collection's keys; empty for what is public
     */
    record Written(Operation by, String privateKind, String text) {}
}
