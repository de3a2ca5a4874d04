package org.yuanhu.chaincode.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Supplier;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.ActDocument;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.databind.JsonNode;

/** An act whose caller may do it, and which happens once however often it is sent. */
public final class ActExecution {
    /** One document per act, by the act's id. */
    public static final Table<JsonNode> ACTS = new Table<>("act", JsonNode.class, 1);

    private final YuanhuContext ledger;
    private final Act act;

    ActExecution(YuanhuContext ledger, Act act) {
        this.ledger = ledger;
        this.act = act;
    }

    /**
     * Does the act by its rules: they refuse, or write what it changes. Then its document is stored and its event set. If the
     * ledger has this very act already, nothing happens.
     *
     * @throws RefusedException AC-04 the certificate names no person, ID-01 the id was used for something else, or what the rules refuse
     */
    public Receipt once(Runnable rules) {
        return perform(() -> {
            rules.run();
            return Optional.empty();
        });
    }

    /** The same, for rules that derive something readers of the act should not have to look up. */
    public Receipt onceDeriving(Supplier<?> rules) {
        return perform(() -> Optional.of(rules.get()));
    }

    private Receipt perform(DerivingRules rules) {
        ledger.caller().mustBeAPerson();
        Optional<String> earlier = ledger.state().raw(ACTS, act.id());
        if (earlier.isPresent()) {
            mustBeTheSame(earlier.get());
            return new Receipt(act.id(), act.operation(), true);
        }
        Optional<?> derived = rules.apply();
        var document = new ActDocument<>(
                act.operation(),
                act.id(),
                ledger.caller().author(),
                ledger.getStub().getTxId(),
                ledger.now(),
                act,
                derived);
        String text = Json.write(document);
        ledger.state().putText(ACTS, text, act.id());
        ledger.getStub().setEvent(act.operation().text(), text.getBytes(UTF_8));
        return new Receipt(act.id(), act.operation(), false);
    }

    private void mustBeTheSame(String earlier) {
        boolean same = typeOf(act.id(), earlier).equals(act.operation().text())
                && stored(act.id(), earlier).path("act").equals(Json.tree(Json.write(act)));
        if (!same) {
            throw RefusedException.by(Rule.ID_01).with("id", act.id().value()).build();
        }
    }

    /** The function that took a stored act. */
    public static String typeOf(ActId id, String stored) {
        return Json.text(ACTS.name() + "/" + id, stored, "type").orElse("");
    }

    private static JsonNode stored(ActId id, String text) {
        return Json.stored(ACTS.name() + "/" + id, text, JsonNode.class);
    }

    private interface DerivingRules {
        Optional<?> apply();
    }
}
