package org.yuanhu.clientapi.ledger;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.ChaincodeEventsRequest;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.read.Page;
import org.yuanhu.clientapi.ledger.connection.Gateways;
import org.yuanhu.clientapi.ledger.event.EventsAfter;
import org.yuanhu.clientapi.ledger.event.ReadSoFar;
import org.yuanhu.clientapi.ledger.submit.Endorsing;
import org.yuanhu.clientapi.ledger.submit.Failures;
import org.yuanhu.clientapi.ledger.submit.LedgerUnavailableException;
import org.yuanhu.clientapi.ledger.submit.PrivatelySubmitted;
import org.yuanhu.clientapi.ledger.submit.Submission;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * The ledger as the rest of the server sees it: acts go in, answers come out, events follow. The same code speaks to Fabric peers
 * and to the single-machine ledger.
 *
 * <p>Every method throws {@link RefusedException} when the rule book refuses, and {@link LedgerUnavailableException} when the ledger cannot be
 * reached or does not answer in time. All methods may be called by any number of threads.
 */
@Component
public final class Ledger {
    private static final int EVALUATIONS = 3;
    private static final Set<Code> NO_ANSWER = EnumSet.of(Code.UNAVAILABLE, Code.DEADLINE_EXCEEDED);

    private final Gateways gateways;
    private final Submission submission;
    private final Endorsing endorsing;

    Ledger(Gateways gateways, Submission submission, Endorsing endorsing) {
        this.gateways = gateways;
        this.submission = submission;
        this.endorsing = endorsing;
    }

    /**
     * Submits an act and returns when it is committed. A conflict with another transaction is tried again with the same act id; an
     * act the ledger has already is a success that says so.
     *
     * @param who signs it; the rule book judges by this certificate alone
     * @param act carries the id its client made, by which the ledger knows it again
     */
    public Submitted submit(UserIdentity who, Act act) {
        act.validate();
        String json = Json.write(act);
        return submission.submit(
                who, call -> call.addArguments(json), act.operation().text());
    }

    /**
     * Submits a private transaction: endorsed by the named organisations only, with values that enter no block.
     *
     * @param function such as {@code household:enrol}
     * @param organisations the MSP ids that endorse it: the collection's members
     * @param secret the transient map; no byte of it may be logged
     * @param arguments public, they stand in the block
     */
    public PrivatelySubmitted submitPrivate(
            UserIdentity who,
            String function,
            List<String> organisations,
            Map<String, byte[]> secret,
            String... arguments) {
        return submission.submitPrivate(
                who,
                call -> call.addArguments(arguments)
                        .putAllTransient(secret)
                        .setEndorsingOrganizations(organisations.toArray(String[]::new)),
                function);
    }

    /**
     * Evaluates a read function at one peer; nothing is written, and the answer is as good as that peer.
     *
     * @param answer a record the answer's JSON is read as, or {@code String} for the text itself
     */
    public <T> T evaluate(UserIdentity who, Class<T> answer, String function, String... arguments) {
        String text = evaluate(
                contract(who).newProposal(function).addArguments(arguments).build());
        return answer == String.class ? answer.cast(text) : Json.read(text, answer);
    }

    /**
     * A document of the rule book's state, read at one peer. It is trusted as it was stored, whatever the rules of today are.
     *
     * @param key the parts of its key, in their order
     * @throws RefusedException of kind NOT_FOUND if there is none
     */
    public <T> T get(UserIdentity who, Table<T> table, Object... key) {
        return Json.stored(table.name(), text(who, table, key), table.type());
    }

    /** The same as {@link #get}, as the JSON that stands on the ledger. */
    public String text(UserIdentity who, Table<?> table, Object... key) {
        return evaluate(who, String.class, Operation.GET.text(), table.name(), joined(key));
    }

    /**
     * Documents of a table in the order of their keys, read at one peer.
     *
     * @param prefix the first parts of the keys, in their order; none for all
     * @param size 1 to 200
     * @param bookmark where the page before ended; empty for the first
     */
    public <T> TablePage<T> page(UserIdentity who, Table<T> table, int size, String bookmark, Object... prefix) {
        Page page = evaluate(
                who, Page.class, Operation.LIST.text(), table.name(), joined(prefix), Integer.toString(size), bookmark);
        return new TablePage<>(
                page.items().stream()
                        .map(item -> Json.stored(table.name(), item.toString(), table.type()))
                        .toList(),
                page.bookmark());
    }

    private static String joined(Object... parts) {
        return Arrays.stream(parts).map(Object::toString).collect(Collectors.joining("/"));
    }

    /**
     * Tries a private function at one peer of the named organisations; nothing is written.
     *
     * @param secret the transient map; no byte of it may be logged
     */
    public <T> T evaluatePrivate(
            UserIdentity who,
            Class<T> answer,
            String function,
            List<String> organisations,
            Map<String, byte[]> secret,
            String... arguments) {
        return Json.read(
                evaluate(gateways.privateContract(who)
                        .newProposal(function)
                        .addArguments(arguments)
                        .putAllTransient(secret)
                        .setEndorsingOrganizations(organisations.toArray(String[]::new))
                        .build()),
                answer);
    }

    /**
     * Has an answer of {@code attest:attest} endorsed by as many organisations as the policy asks, without submitting it.
     *
     * @param run the run number's 8 digits
     * @param index the label's position in the run
     * @param nonce 32 lower-case hex digits, made by who wants the proof
     */
    public Attested attest(UserIdentity who, String run, int index, String nonce) {
        Proposal proposal = contract(who)
                .newProposal(Operation.ATTEST.text())
                .addArguments(run, Integer.toString(index), nonce)
                .build();
        Transaction endorsed = endorsing.attest(who, proposal);
        String answer = new String(endorsed.getResult(), StandardCharsets.UTF_8);
        return new Attested(answer, ByteString.copyFrom(proposal.getBytes()), ByteString.copyFrom(endorsed.getBytes()));
    }

    /**
     * The rule book's events in the order of the ledger, first those there are, then each new one as it is committed. The iterator
     * blocks; closing it from another thread ends it.
     */
    public CloseableIterator<ChaincodeEvent> events(UserIdentity who, EventsAfter after) {
        Network network = gateways.network(who);
        ChaincodeEventsRequest.Builder request = network.newChaincodeEventsRequest(
                        gateways.connection().chaincodeName())
                .startBlock(after.block());
        after.transaction().ifPresent(id -> request.checkpoint(new ReadSoFar(after.block(), id)));
        return request.build().getEvents();
    }

    /** A read may be asked again: of the next peer, if the first does not answer. */
    private static String evaluate(Proposal proposal) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new String(proposal.evaluate(), StandardCharsets.UTF_8);
            } catch (GatewayException e) {
                if (attempt == EVALUATIONS || !NO_ANSWER.contains(e.getStatus().getCode())) {
                    throw Failures.of(e);
                }
            }
        }
    }

    private Contract contract(UserIdentity who) {
        return gateways.contract(who);
    }
}
