package org.yuanhu.chaincode.testledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.CallOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.household.Erasure;
import org.yuanhu.chaincode.household.Person;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.networkconfig.consortium.Consortium;
import org.yuanhu.networkconfig.identity.UserIdentity;
import org.yuanhu.vocabulary.HouseholdId;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.RegionCode;

/** The unmodified Fabric Gateway client of one user, and nothing between it and the chaincode. */
public final class Client {
    private static final String[] HOLDERS = Consortium.demo().collection().members().stream()
            .map(msp -> msp.value())
            .toArray(String[]::new);
    private final Network network;
    private final Contract contract;
    private final UserIdentity user;

    Client(TestLedger ledger, UserIdentity user) {
        this.user = user;
        Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(user.msp().value(), user.certificate()))
                .signer(Signers.newPrivateKeySigner(user.key()))
                .connection(ledger.channel(user))
                .evaluateOptions(Client::deadline)
                .endorseOptions(Client::deadline)
                .submitOptions(Client::deadline)
                .commitStatusOptions(Client::deadline)
                .connect();
        Consortium consortium = Consortium.demo();
        this.network = gateway.getNetwork(consortium.channel());
        this.contract = network.getContract(consortium.chaincode());
    }

    /** Whose client it is. */
    public UserIdentity user() {
        return user;
    }

    /**
     * Submits an act and waits until it is committed.
     *
     * @throws Refused what the chaincode refused
     */
    public Receipt submit(Act act) {
        return Json.read(submit(act.operation(), Json.write(act)), Receipt.class);
    }

    /** Submits a function with any arguments. */
    public String submit(Operation operation, String... arguments) {
        return submit(
                contract.newProposal(operation.text()).addArguments(arguments).build());
    }

    /** Calls any function by its name, known or not. */
    public String submitNamed(String function, byte[]... arguments) {
        return submit(contract.newProposal(function).addArguments(arguments).build());
    }

    /** Enrols a household, endorsed by the holders of the private collection alone. */
    public Enrolment enrol(HouseholdId household, RegionCode county, Person person) {
        String answer = enrol(household.value(), county.value(), Json.write(person));
        return Json.read(answer, Enrolment.class);
    }

    /** Enrols with whatever texts. */
    public String enrol(String household, String county, String person) {
        return submit(contract.newProposal(Operation.ENROL.text())
                .addArguments(household, county)
                .putTransient("person", person)
                .setEndorsingOrganizations(HOLDERS)
                .build());
    }

    /** Erases who a household is. */
    public Erasure erase(HouseholdId household) {
        return Json.read(
                submit(contract.newProposal(Operation.ERASE.text())
                        .addArguments(household.value())
                        .setEndorsingOrganizations(HOLDERS)
                        .build()),
                Erasure.class);
    }

    /**
     * Asks without submitting.
     *
     * @throws Refused what the chaincode refused
     */
    public String evaluate(Operation operation, String... arguments) {
        try {
            return new String(contract.evaluateTransaction(operation.text(), arguments), UTF_8);
        } catch (GatewayException e) {
            throw refusal(e);
        }
    }

    /** Simulates an enrolment without submitting it. */
    public String evaluateEnrolment(String household, String county, String person) {
        try {
            return new String(
                    contract.newProposal(Operation.ENROL.text())
                            .addArguments(household, county)
                            .putTransient("person", person)
                            .setEndorsingOrganizations(HOLDERS)
                            .build()
                            .evaluate(),
                    UTF_8);
        } catch (GatewayException e) {
            throw refusal(e);
        }
    }

    /** Asks a holder of the private collection without submitting. */
    public String evaluateAtHolders(Operation operation, String... arguments) {
        try {
            return new String(
                    contract.newProposal(operation.text())
                            .addArguments(arguments)
                            .setEndorsingOrganizations(HOLDERS)
                            .build()
                            .evaluate(),
                    UTF_8);
        } catch (GatewayException e) {
            throw refusal(e);
        }
    }

    /** Events from block 0 on, as many as asked for; waits for them. */
    public List<ChaincodeEvent> events(int count) {
        List<ChaincodeEvent> events = new ArrayList<>();
        try (CloseableIterator<ChaincodeEvent> all = network.newChaincodeEventsRequest(contract.getChaincodeName())
                .startBlock(0)
                .build()
                .getEvents(Client::deadline)) {
            while (events.size() < count) {
                events.add(all.next());
            }
        }
        return events;
    }

    private static String submit(Proposal proposal) {
        try {
            return new String(proposal.endorse().submit(), UTF_8);
        } catch (GatewayException e) {
            throw refusal(e);
        } catch (CommitException e) {
            throw new Conflicted(e);
        }
    }

    private static CallOptions deadline(CallOptions options) {
        return options.withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    private static RuntimeException refusal(GatewayException e) {
        List<String> messages = new ArrayList<>();
        messages.add(String.valueOf(e.getStatus().getDescription()));
        e.getDetails().stream().map(ErrorDetail::getMessage).forEach(messages::add);
        for (String message : messages) {
            var refused = Refused.parse(message);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        return new IllegalStateException("The ledger, not the chaincode, refused: " + messages, e);
    }

    /** The transaction was endorsed and then found invalid: somebody wrote what it read. */
    public static final class Conflicted extends RuntimeException {
        Conflicted(CommitException cause) {
            super(cause);
        }
    }
}
