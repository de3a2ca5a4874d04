package org.yuanhu.chaincode.stored;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** Stores public documents as a chaincode of former days would have, without what joined them since. */
final class FormerChaincode implements Chaincode {
    private final Chaincode chaincode;
    private final UnaryOperator<String> former;

    /** @param former what a document looked like, given how it looks today */
    FormerChaincode(Chaincode chaincode, UnaryOperator<String> former) {
        this.chaincode = chaincode;
        this.former = former;
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return chaincode.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        return chaincode.invoke((ChaincodeStub) Proxy.newProxyInstance(
                ChaincodeStub.class.getClassLoader(),
                new Class<?>[] {ChaincodeStub.class},
                (proxy, method, arguments) -> {
                    try {
                        if (method.getName().equals("putState")) {
                            byte[] document = former.apply(new String((byte[]) arguments[1], UTF_8))
                                    .getBytes(UTF_8);
                            return method.invoke(stub, arguments[0], document);
                        }
                        return method.invoke(stub, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
