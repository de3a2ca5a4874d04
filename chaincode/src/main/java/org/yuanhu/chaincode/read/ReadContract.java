package org.yuanhu.chaincode.read;

import java.util.List;
import java.util.regex.Pattern;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.allotment.Allotments;
import org.yuanhu.chaincode.allotment.Ceilings;
import org.yuanhu.chaincode.batch.Batches;
import org.yuanhu.chaincode.catalogue.Catalogue;
import org.yuanhu.chaincode.ceiling.Yields;
import org.yuanhu.chaincode.household.Households;
import org.yuanhu.chaincode.intake.Sheets;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.Runs;
import org.yuanhu.chaincode.ledger.ActExecution;
import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.members.Memberships;
import org.yuanhu.chaincode.recognition.Recognitions;
import org.yuanhu.chaincode.registry.CompanyPrefixes;
import org.yuanhu.chaincode.registry.Registry;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.databind.JsonNode;

/** Reads public state as it is. */
@Contract(name = "read")
public final class ReadContract implements ContractInterface {
    /** Documents of one page. */
    public static final int PAGE = 200;

    /** What an answer has beside its documents: a form, commas, a bookmark. */
    private static final int AROUND = 4_096;

    private static final List<Table<?>> TABLES = List.of(
            ActExecution.ACTS,
            Registry.REGIONS,
            Registry.COOPERATIVES,
            Registry.NAMES,
            Registry.BLOCKS,
            CompanyPrefixes.TABLE,
            Households.TABLE,
            Memberships.TABLE,
            Catalogue.COMMODITIES,
            Catalogue.PRODUCTS,
            Catalogue.NAMES,
            Recognitions.SCHEMES,
            Recognitions.TABLE,
            Yields.TABLE,
            Ceilings.TABLE,
            Allotments.TABLE,
            Sheets.SPENT,
            Batches.TABLE,
            Batches.BALANCES,
            Runs.TABLE);

    private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9._-]{1,64}(?:/[A-Za-z0-9._-]{1,64})*");

    /**
     * One document by its key.
     *
     * @param type such as {@code ceiling}
     * @param key its parts joined by {@code /}, such as {@code 00112233445566aa/walnut/2026}
     */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public JsonNode get(YuanhuContext ledger, String type, String key) {
        Table<?> table = table(type);
        List<String> parts = parts(key);
        if (parts.size() != table.parts()) {
            throw RefusedException.by(Rule.RD_01)
                    .with("type", type)
                    .with("key", key)
                    .build();
        }
        return ledger.state()
                .raw(table, parts.toArray())
                .map(text -> Json.stored(type + "/" + key, text, JsonNode.class))
                .orElseThrow(() -> RefusedException.by(Rule.RD_01)
                        .with("type", type)
                        .with("key", key)
                        .build());
    }

    /**
     * Documents of one kind, in the order of their keys: as many as were asked for, or fewer if these would be more than 1 MiB.
     *
     * @param prefix the first parts of the keys joined by {@code /}; empty for all
     * @param pageSize 1 to 200
     * @param bookmark empty for the first page, then what the last page ended with
     */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public Page list(YuanhuContext ledger, String type, String prefix, int pageSize, String bookmark) {
        Table<?> table = table(type);
        FieldRules.mustBeAtLeast("pageSize", pageSize, 1);
        Limits.mustHold("pageSize", pageSize, PAGE);
        List<String> parts = prefix.isEmpty() ? List.of() : parts(prefix);
        if (!bookmark.isEmpty() && !bookmark.startsWith("\u0000" + type + "\u0000")) {
            throw RefusedException.by(Rule.RD_03).build();
        }
        State.StoredPage page = ledger.state().page(table, parts, pageSize, Limits.ANSWER_BYTES - AROUND, bookmark);
        return new Page(
                page.documents().stream()
                        .map(text -> Json.stored(type, text, JsonNode.class))
                        .toList(),
                page.bookmark());
    }

    private static Table<?> table(String type) {
        return TABLES.stream()
                .filter(table -> table.name().equals(type))
                .findFirst()
                .orElseThrow(
                        () -> RefusedException.by(Rule.RD_02).with("type", type).build());
    }

    private static List<String> parts(String key) {
        if (!PARTS.matcher(key).matches()) {
            throw RefusedException.by(Rule.RD_01)
                    .with("type", "key")
                    .with("key", key)
                    .build();
        }
        return List.of(key.split("/"));
    }
}
