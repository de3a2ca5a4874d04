package org.yuanhu.chaincode.testledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** Counts what a chaincode asks of its peer. */
public final class CountingChaincode implements Chaincode {
    /** Answered from the proposal, without asking the peer. */
    private static final Set<String> LOCAL = Set.of(
            "getArgs",
            "getStringArgs",
            "getFunction",
            "getParameters",
            "getTxId",
            "getChannelId",
            "getCreator",
            "getTransient",
            "getTxTimestamp",
            "getSignedProposal",
            "getBinding",
            "getMspId",
            "setEvent",
            "getEvent",
            "createCompositeKey",
            "splitCompositeKey",
            "toString",
            "hashCode",
            "equals");

    private final Chaincode chaincode;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger roundTrips = new AtomicInteger();

    /** Watches a chaincode. */
    public CountingChaincode(Chaincode chaincode) {
        this.chaincode = chaincode;
    }

    /** Counts from zero again. */
    public void reset() {
        calls.set(0);
        roundTrips.set(0);
    }

    /** Round trips of one call; the same proposal may be simulated for several organisations. */
    public int perCall() {
        return roundTrips.get() / calls.get();
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return chaincode.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        calls.incrementAndGet();
        return chaincode.invoke(watched(stub));
    }

    private ChaincodeStub watched(ChaincodeStub stub) {
        return (ChaincodeStub) Proxy.newProxyInstance(
                ChaincodeStub.class.getClassLoader(),
                new Class<?>[] {ChaincodeStub.class},
                (proxy, method, arguments) -> {
                    if (!LOCAL.contains(method.getName())) {
                        roundTrips.incrementAndGet();
                    }
                    try {
                        return method.invoke(stub, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
