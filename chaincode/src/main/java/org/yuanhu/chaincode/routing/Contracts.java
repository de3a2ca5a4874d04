package org.yuanhu.chaincode.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.contract.execution.ExecutionFactory;
import org.hyperledger.fabric.contract.execution.InvocationRequest;
import org.hyperledger.fabric.contract.routing.ContractDefinition;
import org.hyperledger.fabric.contract.routing.TxFunction;
import org.hyperledger.fabric.contract.routing.impl.RoutingRegistryImpl;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.yuanhu.chaincode.access.Authorities;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.attest.AttestContract;
import org.yuanhu.chaincode.batch.BatchContract;
import org.yuanhu.chaincode.catalogue.CatalogueContract;
import org.yuanhu.chaincode.ceiling.CeilingContract;
import org.yuanhu.chaincode.household.HouseholdContract;
import org.yuanhu.chaincode.intake.IntakeContract;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.LabelContract;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.membership.MembershipContract;
import org.yuanhu.chaincode.read.ReadContract;
import org.yuanhu.chaincode.recognition.RecognitionContract;
import org.yuanhu.chaincode.registry.RegistryContract;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The contracts and the way from a call to one of their methods.
 *
 * <p>Only the contract API's registry is used. Its router would scan the class path, log every call's parameters and serve
 * whatever contract lies about; its serializer would put JSON into the contracts.
 */
public final class Contracts {
    private static final List<Class<? extends ContractInterface>> CLASSES = List.of(
            RegistryContract.class,
            HouseholdContract.class,
            MembershipContract.class,
            CatalogueContract.class,
            RecognitionContract.class,
            CeilingContract.class,
            IntakeContract.class,
            BatchContract.class,
            LabelContract.class,
            AttestContract.class,
            ReadContract.class);

    private final RoutingRegistryImpl registry = new RoutingRegistryImpl();
    private final Authorities authorities;

    /** @throws IllegalStateException if an {@link Operation} has no contract method, or a method no operation */
    public Contracts(Authorities authorities) {
        this(authorities, CLASSES);
    }

    Contracts(Authorities authorities, List<Class<? extends ContractInterface>> contracts) {
        this.authorities = authorities;
        for (Class<? extends ContractInterface> contract : contracts) {
            register(contract);
        }
    }

    /**
     * Calls the function the proposal names: first who may, then the arguments' form, then the contract.
     *
     * @throws RefusedException by whatever rule is broken first
     */
    public Chaincode.Response call(ChaincodeStub stub) {
        String function = stub.getArgs().isEmpty() ? "" : text(stub.getArgs().get(0));
        Operation operation = Operation.of(function)
                .orElseThrow(() -> RefusedException.by(Rule.DC_05)
                        .with("function", function)
                        .build());
        YuanhuContext ledger = new YuanhuContext(stub, operation, authorities);
        InvocationRequest request = ExecutionFactory.getInstance().createRequest(stub);
        Object answer = invoke(registry.getTxFn(request), ledger, request.getArgs());
        ledger.permission().mustHaveBeenHeld();
        return ResponseUtils.newSuccessResponse(Json.write(answer).getBytes(UTF_8));
    }

    private static Object invoke(TxFunction function, YuanhuContext ledger, List<byte[]> sent) {
        TxFunction.Routing routing = function.getRouting();
        List<Object> arguments = arguments(routing, sent);
        arguments.add(0, ledger);
        try {
            return routing.getMethod().invoke(routing.getContractInstance(), arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Object> arguments(TxFunction.Routing routing, List<byte[]> sent) {
        Parameter[] parameters = routing.getMethod().getParameters();
        int expected = parameters.length - 1;
        if (sent.size() != expected) {
            throw RefusedException.by(Rule.DC_06)
                    .with("function", routing.getMethod().getName())
                    .with("expected", expected)
                    .with("given", sent.size())
                    .build();
        }
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < expected; i++) {
            Limits.mustHold("bytes of the request", sent.get(i).length, Limits.ACT_BYTES);
            Parameter parameter = parameters[i + 1];
            String text = text(sent.get(i));
            arguments.add(
                    Act.class.isAssignableFrom(parameter.getType())
                            ? Json.read(text, parameter.getType())
                            : Json.value(parameter.getName(), text, parameter.getType()));
        }
        return arguments;
    }

    private static String text(byte[] utf8) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw RefusedException.by(Rule.DC_01).with("position", 0).build();
        }
    }

    @SuppressWarnings("unchecked") // the registry's parameter should have been Class<? extends ContractInterface>
    private void register(Class<? extends ContractInterface> contract) {
        ContractDefinition definition = registry.addNewContract((Class<ContractInterface>) contract);
        for (Method method : contract.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Transaction.class)) {
                TxFunction function = definition.addTxFunction(method);
                String name = definition.getName() + ":" + function.getName();
                Optional<Operation> operation = Operation.of(name);
                if (operation.isEmpty()) {
                    throw new IllegalStateException("No operation is called " + name);
                }
            }
        }
    }
}
