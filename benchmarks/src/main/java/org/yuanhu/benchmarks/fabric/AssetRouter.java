package org.yuanhu.benchmarks.fabric;

import java.lang.reflect.Method;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Serializer;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.contract.execution.ExecutionFactory;
import org.hyperledger.fabric.contract.execution.ExecutionService;
import org.hyperledger.fabric.contract.execution.InvocationRequest;
import org.hyperledger.fabric.contract.execution.JSONTransactionSerializer;
import org.hyperledger.fabric.contract.execution.SerializerInterface;
import org.hyperledger.fabric.contract.routing.ContractDefinition;
import org.hyperledger.fabric.contract.routing.impl.RoutingRegistryImpl;
import org.hyperledger.fabric.contract.routing.impl.SerializerRegistryImpl;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * A call's way to {@link AssetTransfer} through the contract API's own registry, serializer and execution, as its {@code
 * ContractRouter} goes: without that one's search of the class path at the start and without its log line for each call, which is in
 * the baseline's favour.
 */
final class AssetRouter {
    private final RoutingRegistryImpl registry = new RoutingRegistryImpl();
    private final ExecutionService execution;

    @SuppressWarnings("unchecked") // the registry's parameter should have been Class<? extends ContractInterface>
    AssetRouter() {
        Class<? extends ContractInterface> contract = AssetTransfer.class;
        ContractDefinition definition = registry.addNewContract((Class<ContractInterface>) contract);
        for (Method method : contract.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Transaction.class)) {
                definition.addTxFunction(method);
            }
        }
        execution = ExecutionFactory.getInstance().createExecutionService(new Json());
    }

    Chaincode.Response call(ChaincodeStub stub) {
        InvocationRequest request = ExecutionFactory.getInstance().createRequest(stub);
        return execution.executeRequest(registry.getTxFn(request), request, stub);
    }

    /** The contract API's own serializer, not searched for. */
    private static final class Json extends SerializerRegistryImpl {
        private final SerializerInterface serializer = new JSONTransactionSerializer();

        @Override
        public SerializerInterface getSerializer(String name, Serializer.TARGET target) {
            return serializer;
        }
    }
}
