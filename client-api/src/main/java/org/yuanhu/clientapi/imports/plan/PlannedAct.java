package org.yuanhu.clientapi.imports.plan;

import java.util.List;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.rule.RefusedException;

/** What one row, or several together, ask to be done. Done again it changes nothing: its id comes from the file. */
public interface PlannedAct {
    /** The id of its act, made of the file's digest and the row's or sheet's number. */
    ActId id();

    /** The rows it comes from, as the spreadsheet numbers them. */
    List<Integer> rows();

    /** What it is about: of two acts on one subject the second builds on the first, and cannot be tried before it. */
    String subject();

    /**
     * Acts with the same chain touch the same keys of the ledger: they are carried out one after another, in the order of the file.
     * Those of different chains may go side by side.
     */
    String chain();

    /**
     * Tries it without writing anything.
     *
     * @throws RefusedException as it would be refused
     */
    Rehearsed rehearse(ImportContext context);

    /**
     * Does it, and returns when it is on the ledger.
     *
     * @return whether it was there before
     * @throws RefusedException by the rule book
     */
    boolean carryOut(ImportContext context);

    /** The row that a refusal is about. */
    default int rowOf(RefusedException refused) {
        return rows().get(0);
    }
}
