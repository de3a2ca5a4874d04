package org.yuanhu.clientapi.ledger;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.ChaincodeEventsRequest;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.networkconfig.identity.UserIdentity;
import org.yuanhu.vocabulary.Refused;

/**
 * The ledger as the rest of the server sees it: acts go in, answers come out, events follow. The same code speaks to Fabric peers
 * and to the single-machine ledger.
 *
 * <p>Every method throws {@link Refused} when the rule book refuses, and {@link LedgerUnavailable} when the ledger cannot be
 * reached or does not answer in time. All methods may be called by any number of threads.
 */
@Component
public final class Ledger {
    private final Gateways gateways;
    private final Submission submission;

    Ledger(Gateways gateways, Submission submission) {
        this.gateways = gateways;
        this.submission = submission;
    }

    /**
     * Submits an act and returns when it is committed. A conflict with another transaction is tried again with the same act id; an
     * act the ledger has already is a success that says so.
     *
     * @param who signs it; the rule book judges by this certificate alone
     * @param act carries the id its client made, by which the ledger knows it again
     */
    public Submitted submit(UserIdentity who, Act act) {
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
        try {
            byte[] result = contract(who)
                    .newProposal(function)
                    .addArguments(arguments)
                    .build()
                    .evaluate();
            String text = new String(result, StandardCharsets.UTF_8);
            return answer == String.class ? answer.cast(text) : Json.read(text, answer);
        } catch (GatewayException e) {
            throw Failures.of(e);
        }
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
        try {
            byte[] result = contract(who)
                    .newProposal(function)
                    .addArguments(arguments)
                    .putAllTransient(secret)
                    .setEndorsingOrganizations(organisations.toArray(String[]::new))
                    .build()
                    .evaluate();
            return Json.read(new String(result, StandardCharsets.UTF_8), answer);
        } catch (GatewayException e) {
            throw Failures.of(e);
        }
    }

    /**
     * Has an answer of {@code attest:attest} endorsed by as many organisations as the policy asks, without submitting it.
     *
     * @param run the run number's 8 digits
     * @param index the label's position in the run
     * @param nonce 32 lower-case hex digits, made by who wants the proof
     */
    public Attested attest(UserIdentity who, String run, int index, String nonce) {
        try {
            Proposal proposal = contract(who)
                    .newProposal(Operation.ATTEST.text())
                    .addArguments(run, Integer.toString(index), nonce)
                    .build();
            Transaction endorsed = proposal.endorse();
            String answer = new String(endorsed.getResult(), StandardCharsets.UTF_8);
            return new Attested(
                    answer, ByteString.copyFrom(proposal.getBytes()), ByteString.copyFrom(endorsed.getBytes()));
        } catch (EndorseException e) {
            throw Failures.of(e);
        }
    }

    /**
     * The rule book's events in the order of the ledger, first those there are, then each new one as it is committed. The iterator
     * blocks; closing it from another thread ends it.
     */
    public CloseableIterator<ChaincodeEvent> events(UserIdentity who, EventsAfter after) {
        Network network = gateways.network(who);
        ChaincodeEventsRequest.Builder request =
                network.newChaincodeEventsRequest(gateways.chaincodeName()).startBlock(after.block());
        after.transaction().ifPresent(id -> request.checkpoint(new ReadSoFar(after.block(), id)));
        return request.build().getEvents();
    }

    private Contract contract(UserIdentity who) {
        return gateways.contract(who);
    }
}
