package org.yuanhu.chaincode.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.ActDocument;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.ledger.ActExecution;
import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.core.type.TypeReference;

/** The sheets recorded so far, and which of their lines are in a batch. */
public final class Sheets {
    /** By sheet; absent while none of its lines is in a batch. */
    public static final Table<Spent> SPENT = new Table<>("spent", Spent.class, 1);

    private static final TypeReference<ActDocument<RecordSheet, SheetOrigin>> SHEET = new TypeReference<>() {};

    private final State state;

    public Sheets(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * The document of a sheet.
     *
     * @throws RefusedException IN-01 no sheet has this id
     */
    public ActDocument<RecordSheet, SheetOrigin> sheet(ActId id) {
        return Json.stored("act/" + id, text(id), SHEET);
    }

    /**
     * How many bytes the document of a sheet has, which can be told without reading it.
     *
     * @throws RefusedException IN-01 no sheet has this id
     */
    public int bytes(ActId id) {
        return text(id).getBytes(UTF_8).length;
    }

    private String text(ActId id) {
        return state.raw(ActExecution.ACTS, id)
                .filter(text -> ActExecution.typeOf(id, text).equals(Operation.RECORD_SHEET.text()))
                .orElseThrow(() -> RefusedException.by(Rule.IN_01)
                        .with("sheet", id.value())
                        .build());
    }

    /** The lines of a sheet that are in a batch. */
    public LineSet spent(ActId sheet) {
        return state.find(SPENT, sheet).map(Spent::lines).orElse(LineSet.NONE);
    }

    /** Stores which lines of a sheet are in a batch now. */
    public void spend(ActId sheet, LineSet lines) {
        state.put(SPENT, new Spent(sheet, lines), sheet);
    }
}
