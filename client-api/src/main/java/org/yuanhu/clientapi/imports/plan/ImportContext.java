package org.yuanhu.clientapi.imports.plan;

import java.util.Optional;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.ledger.ActExecution;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.clientapi.household.Households;
import org.yuanhu.clientapi.label.PrintRuns;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.rule.Kind;
import org.yuanhu.vocabulary.rule.RefusedException;
import tools.jackson.databind.JsonNode;

/**
 * Where a person's acts are carried out.
 *
 * @param who signs everything; the rule book judges by this certificate alone
 */
public record ImportContext(UserIdentity who, Ledger ledger, Households households, PrintRuns printRuns) {
    /**
     * Has the rule book judge an act as if it were submitted now; nothing is written.
     *
     * @throws RefusedException as it would be refused
     */
    Rehearsed rehearse(Act act) {
        Receipt receipt = ledger.evaluate(who, Receipt.class, act.operation().text(), Json.write(act));
        return receipt.repeated() ? Rehearsed.DONE : Rehearsed.NEW;
    }

    /** The document an act left, if the ledger has it. */
    public Optional<JsonNode> document(ActId act) {
        return get(ActExecution.ACTS, act);
    }

    /** A document of the ledger's state by its key, if there is one. */
    public <T> Optional<T> get(Table<T> table, Object... key) {
        try {
            return Optional.of(ledger.get(who, table, key));
        } catch (RefusedException refused) {
            if (refused.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
