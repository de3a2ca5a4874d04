package org.yuanhu.chaincode.chance;

import java.util.Optional;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Something to try, and what the model says must come of it.
 *
 * @param what for a failure's message
 * @param refusedBy the rule that must refuse it; empty if it must be accepted
 * @param call does it
 * @param effect what it changes in the model
 */
record Attempt(String what, Optional<Rule> refusedBy, Runnable call, Runnable effect) {
    static Attempt accepted(Client client, Act act, Runnable effect) {
        return new Attempt(act.toString(), Optional.empty(), () -> client.submit(act), effect);
    }

    static Attempt accepted(String what, Runnable call, Runnable effect) {
        return new Attempt(what, Optional.empty(), call, effect);
    }

    static Attempt refused(Rule rule, Client client, Act act) {
        return new Attempt(act.toString(), Optional.of(rule), () -> client.submit(act), () -> {});
    }

    static Attempt refused(Rule rule, String what, Runnable call) {
        return new Attempt(what, Optional.of(rule), call, () -> {});
    }
}
