package org.yuanhu.chaincode.testledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.CallOptions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.ChaincodeEventsRequest;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.InMemoryCheckpointer;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.household.Disclosure;
import org.yuanhu.chaincode.household.DisclosureKey;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.household.Erasure;
import org.yuanhu.chaincode.household.Person;
import org.yuanhu.chaincode.household.SealedDisclosure;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;

/** The unmodified Fabric Gateway client of one user, and nothing between it and the chaincode. */
public final class Client {
    private static final String[] HOLDERS = Consortium.demo().collection().members().stream()
            .map(msp -> msp.value())
            .toArray(String[]::new);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestLedger ledger;
    private final Gateway gateway;
    private final Network network;
    private final Contract contract;
    private final UserIdentity user;

    /** Whose requests go to this ledger. */
    public Client(TestLedger ledger, UserIdentity user) {
        this.ledger = ledger;
        this.user = user;
        this.gateway = Gateway.newInstance()
                .identity(new X509Identity(user.msp().value(), user.certificate()))
                .signer(Signers.newPrivateKeySigner(user.key()))
                .connection(ledger.channel(user))
                .evaluateOptions(Client::deadline)
                .endorseOptions(Client::deadline)
                .submitOptions(Client::deadline)
                .commitStatusOptions(Client::deadline)
                .connect();
        Consortium consortium = ledger.identities().consortium();
        this.network = gateway.getNetwork(consortium.channel());
        this.contract = network.getContract(consortium.chaincode());
    }

    /** The person its certificate names. */
    public String person() {
        return Objects.requireNonNull(FabricAttributes.of(user.certificate()).get(FabricAttributes.PERSON));
    }

    /** Whose client it is. */
    public UserIdentity user() {
        return user;
    }

    /**
     * Submits an act and waits until it is committed.
     *
     * @throws RefusedException what the chaincode refused
     */
    public Receipt submit(Act act) {
        return Json.read(submit(act.operation(), Json.write(act)), Receipt.class);
    }

    /** Submits a function with any arguments. */
    public String submit(Operation operation, String... arguments) {
        return submit(proposal(operation, arguments));
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
        return submit(enrolment(household, county, person, HOLDERS));
    }

    /** Erases who a household is. */
    public Erasure erase(HouseholdId household) {
        return Json.read(submit(proposalAt(HOLDERS, Operation.ERASE, household.value())), Erasure.class);
    }

    /**
     * Asks without submitting.
     *
     * @throws RefusedException what the chaincode refused
     */
    public String evaluate(Operation operation, String... arguments) {
        return evaluate(proposal(operation, arguments));
    }

    /** Simulates an enrolment without submitting it. */
    public String evaluateEnrolment(String household, String county, String person) {
        return evaluate(enrolment(household, county, person, HOLDERS));
    }

    /** Asks the holders of the private collection for one private field, under a key of its own. */
    public Disclosure disclose(HouseholdId household, String field) {
        DisclosureKey key = DisclosureKey.random(RANDOM);
        return key.open(disclose(household, field, key.bytes()));
    }

    /** The same, under whatever key; what it is answered with stays sealed. */
    public SealedDisclosure disclose(HouseholdId household, String field, byte[] key) {
        return Json.read(evaluate(disclosing(household, field, key, HOLDERS)), SealedDisclosure.class);
    }

    /** The same question, ready to be endorsed by these organisations only. */
    public Proposal disclosing(HouseholdId household, String field, byte[] key, String... organisations) {
        return contract.newProposal(Operation.DISCLOSE.text())
                .addArguments(household.value(), field)
                .putTransient(DisclosureKey.NAME, key)
                .setEndorsingOrganizations(organisations)
                .build();
    }

    /** Asks a holder of the private collection without submitting. */
    public String evaluateAtHolders(Operation operation, String... arguments) {
        return evaluate(proposalAt(HOLDERS, operation, arguments));
    }

    /** An act, ready to be endorsed. */
    public Proposal proposal(Act act) {
        return proposal(act.operation(), Json.write(act));
    }

    /** Any call, ready to be endorsed. */
    public Proposal proposal(Operation operation, String... arguments) {
        return contract.newProposal(operation.text()).addArguments(arguments).build();
    }

    /** A call to be answered by these organisations only. */
    public Proposal proposalAt(String[] organisations, Operation operation, String... arguments) {
        return contract.newProposal(operation.text())
                .addArguments(arguments)
                .setEndorsingOrganizations(organisations)
                .build();
    }

    /** An enrolment to be endorsed by these organisations only. */
    public Proposal enrolment(String household, String county, String person, String... organisations) {
        return contract.newProposal(Operation.ENROL.text())
                .addArguments(household, county)
                .putTransient("person", person)
                .setEndorsingOrganizations(organisations)
                .build();
    }

    /** A proposal made elsewhere, or changed; this client signs it. */
    public Proposal proposal(byte[] bytes) {
        return gateway.newProposal(bytes);
    }

    /** Events from block 0 on, as many as asked for; waits for them. */
    public List<ChaincodeEvent> events(int count) {
        return events(
                count,
                network.newChaincodeEventsRequest(contract.getChaincodeName()).startBlock(0));
    }

    /** As many events as asked for that follow one; waits for them. */
    public List<ChaincodeEvent> eventsAfter(ChaincodeEvent seen, int count) {
        InMemoryCheckpointer checkpoint = new InMemoryCheckpointer();
        checkpoint.checkpointChaincodeEvent(seen);
        return events(
                count,
                network.newChaincodeEventsRequest(contract.getChaincodeName()).checkpoint(checkpoint));
    }

    private static List<ChaincodeEvent> events(int count, ChaincodeEventsRequest.Builder request) {
        List<ChaincodeEvent> events = new ArrayList<>();
        try (CloseableIterator<ChaincodeEvent> all = request.build().getEvents(Client::deadline)) {
            while (events.size() < count) {
                events.add(all.next());
            }
        }
        return events;
    }

    private String submit(Proposal proposal) {
        try {
            return new String(ledger.submit(user, proposal), UTF_8);
        } catch (GatewayException e) {
            throw refusal(e);
        } catch (CommitException e) {
            throw new ConflictException(e);
        }
    }

    private String evaluate(Proposal proposal) {
        try {
            return new String(ledger.evaluate(user, proposal), UTF_8);
        } catch (GatewayException e) {
            throw refusal(e);
        }
    }

    private static CallOptions deadline(CallOptions options) {
        return options.withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    /** Everything a ledger said with a refusal. */
    public static List<String> messages(GatewayException e) {
        List<String> messages = new ArrayList<>();
        messages.add(String.valueOf(e.getStatus().getDescription()));
        e.getDetails().stream().map(ErrorDetail::getMessage).forEach(messages::add);
        return messages;
    }

    private static RuntimeException refusal(GatewayException e) {
        List<String> messages = messages(e);
        for (String message : messages) {
            var refused = RefusedException.parse(message);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        return new IllegalStateException("The ledger, not the chaincode, refused: " + messages, e);
    }

    /** The transaction was endorsed and then found invalid: somebody wrote what it read. */
    public static final class ConflictException extends RuntimeException {
        ConflictException(CommitException cause) {
            super(cause);
        }
    }
}
